package io.cellwall.policies.iam.escalation;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The actions that give somebody more than they say.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html">Grant
 *     a user permissions to pass a role to an AWS service</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html">Managed
 *     policies and inline policies</a>
 */
final class Powers {

  /** Become a role. */
  static final List<String> ASSUME =
      List.of("sts:AssumeRole", "sts:AssumeRoleWithWebIdentity", "sts:AssumeRoleWithSAML");

  /** Let oneself into a role. */
  static final List<String> REWRITE_TRUST = List.of("iam:UpdateAssumeRolePolicy");

  /** Make oneself the keys of a user. */
  static final List<String> TAKE_USER =
      List.of("iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:UpdateLoginProfile");

  /** Give a role or user any permission. */
  static final List<String> EMPOWER =
      List.of(
          "iam:PutRolePolicy", "iam:AttachRolePolicy", "iam:PutUserPolicy", "iam:AttachUserPolicy");

  /** Rewrite a managed policy. */
  static final List<String> REWRITE_POLICY =
      List.of("iam:CreatePolicyVersion", "iam:SetDefaultPolicyVersion");

  /** Take or change a permissions boundary. */
  static final List<String> UNBIND =
      List.of(
          "iam:DeleteRolePermissionsBoundary",
          "iam:PutRolePermissionsBoundary",
          "iam:DeleteUserPermissionsBoundary",
          "iam:PutUserPermissionsBoundary");

  /** Hand a role to a service. */
  static final List<String> PASS = List.of("iam:PassRole");

  /** Give a user what a group has, or a group what it has not. */
  static final List<String> CHANGE_GROUPS =
      List.of("iam:AddUserToGroup", "iam:PutGroupPolicy", "iam:AttachGroupPolicy");

  /** Any of those that work on roles, users and policies: no policy but one's own allows them. */
  static final List<String> OVER_IDENTITIES =
      Stream.of(
              REWRITE_TRUST,
              TAKE_USER,
              EMPOWER,
              REWRITE_POLICY,
              UNBIND,
              PASS,
              CHANGE_GROUPS,
              List.of("iam:CreateRole"))
          .flatMap(List::stream)
          .toList();

  /**
   * Services that run code or requests as a role they are handed, and the actions that make them.
   */
  static final Map<String, List<String>> RUN =
      Map.ofEntries(
          Map.entry(
              "ec2.amazonaws.com",
              List.of(
                  "ec2:RunInstances",
                  "ec2:AssociateIamInstanceProfile",
                  "ec2:ReplaceIamInstanceProfileAssociation",
                  "ec2:RequestSpotInstances",
                  "ec2:CreateLaunchTemplate*",
                  "autoscaling:CreateLaunchConfiguration")),
          Map.entry(
              "lambda.amazonaws.com",
              List.of("lambda:CreateFunction", "lambda:UpdateFunctionConfiguration")),
          Map.entry(
              "ecs-tasks.amazonaws.com",
              List.of("ecs:RegisterTaskDefinition", "ecs:RunTask", "ecs:StartTask")),
          Map.entry(
              "pods.eks.amazonaws.com",
              List.of("eks:CreatePodIdentityAssociation", "eks:UpdatePodIdentityAssociation")),
          Map.entry(
              "eks.amazonaws.com",
              List.of("eks:CreateCluster", "eks:CreateAddon", "eks:UpdateAddon")),
          Map.entry("eks-fargate-pods.amazonaws.com", List.of("eks:CreateFargateProfile")),
          Map.entry(
              "cloudformation.amazonaws.com",
              List.of("cloudformation:*Stack*", "cloudformation:CreateChangeSet")),
          Map.entry(
              "codebuild.amazonaws.com",
              List.of(
                  "codebuild:CreateProject", "codebuild:UpdateProject", "codebuild:StartBuild*")),
          Map.entry(
              "codepipeline.amazonaws.com",
              List.of("codepipeline:CreatePipeline", "codepipeline:UpdatePipeline")),
          Map.entry(
              "glue.amazonaws.com", List.of("glue:Create*", "glue:Update*", "glue:StartJobRun")),
          Map.entry("sagemaker.amazonaws.com", List.of("sagemaker:Create*", "sagemaker:Update*")),
          Map.entry(
              "states.amazonaws.com",
              List.of("states:CreateStateMachine", "states:UpdateStateMachine")),
          Map.entry(
              "scheduler.amazonaws.com",
              List.of("scheduler:CreateSchedule", "scheduler:UpdateSchedule")),
          Map.entry("events.amazonaws.com", List.of("events:PutTargets")),
          Map.entry("pipes.amazonaws.com", List.of("pipes:CreatePipe", "pipes:UpdatePipe")),
          Map.entry(
              "ssm.amazonaws.com",
              List.of("ssm:StartAutomationExecution", "ssm:CreateActivation", "ssm:SendCommand")),
          Map.entry(
              "batch.amazonaws.com", List.of("batch:CreateComputeEnvironment", "batch:SubmitJob")),
          Map.entry(
              "tasks.apprunner.amazonaws.com",
              List.of("apprunner:CreateService", "apprunner:UpdateService")),
          Map.entry("elasticmapreduce.amazonaws.com", List.of("elasticmapreduce:RunJobFlow")),
          Map.entry("emr-serverless.amazonaws.com", List.of("emr-serverless:StartJobRun")),
          Map.entry("bedrock.amazonaws.com", List.of("bedrock:Create*", "bedrock:Update*")));

  /** Run one's own code in something that runs already. */
  static final List<String> TAKE_OVER =
      List.of(
          "lambda:UpdateFunctionCode",
          "lambda:UpdateFunctionConfiguration",
          "ssm:SendCommand",
          "ssm:StartSession",
          "ec2-instance-connect:SendSSHPublicKey",
          "ec2-instance-connect:SendSerialConsoleSSHPublicKey",
          "ec2:ModifyInstanceAttribute",
          "ecs:ExecuteCommand",
          "ecs:UpdateService",
          "codebuild:StartBuild*",
          "codebuild:UpdateProject",
          "glue:UpdateJob",
          "glue:UpdateDevEndpoint",
          "sagemaker:CreatePresignedNotebookInstanceUrl",
          "states:UpdateStateMachine",
          "cloudformation:UpdateStack",
          "cloudformation:CreateChangeSet",
          "cloudformation:ExecuteChangeSet");

  /** Let others in: whoever may do one of these on a resource may open it to anybody. */
  static final List<String> OPEN =
      List.of(
          "*:Put*Policy",
          "*:Put*Permission*",
          "*:AddPermission",
          "*:Add*Permission",
          "*:SetRepositoryPolicy",
          "*:Set*Attributes",
          "*:PutBucketAcl",
          "*:PutObjectAcl",
          "*:Put*PublicAccessBlock",
          "kms:CreateGrant",
          "iam:UpdateAssumeRolePolicy",
          "iam:Put*",
          "iam:Attach*",
          "ec2:Modify*Attribute",
          "ec2:ModifyVpcEndpointServicePermissions",
          "rds:ModifyDB*SnapshotAttribute",
          "ram:*");

  private Powers() {}
}
