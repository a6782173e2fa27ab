package io.cellwall.controlplane.watch;

import io.cellwall.controlplane.bucket.BucketPlan;
import io.cellwall.controlplane.pipeline.PipelinePlan;
import io.cellwall.controlplane.place.Place;
import io.cellwall.controlplane.policy.BucketStatements;
import io.cellwall.controlplane.policy.PolicyDocument;
import io.cellwall.controlplane.policy.Statement;
import io.cellwall.regions.model.StateBackend;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who is told of what goes on in a stack's control plane.
 *
 * @param topic name of the topic that is told
 * @param topicArn its ARN
 * @param topicPolicy who may publish there
 * @param logs the bucket of access logs, and of the trail's records
 * @param trail name of the trail of the account's management events; empty where the Pulumi stack
 *     has one itself
 * @param breakGlass name of the role for emergencies
 * @param breakGlassTrust who may take it
 * @param breakGlassPolicy what it may do: repair the state and the pipeline, not the stack
 * @param rules the events that are told
 * @param teller name of the role by which EventBridge publishes
 * @param tellerTrust who works as it
 * @param tellerPolicy what it may do
 * @param budget name of the budget; empty where CloudFormation can make none
 * @param monthlyBudget US dollars a month
 */
public record WatchPlan(
    String topic,
    String topicArn,
    PolicyDocument topicPolicy,
    BucketPlan logs,
    Optional<String> trail,
    String breakGlass,
    PolicyDocument breakGlassTrust,
    PolicyDocument breakGlassPolicy,
    List<RulePlan> rules,
    String teller,
    PolicyDocument tellerTrust,
    PolicyDocument tellerPolicy,
    Optional<String> budget,
    long monthlyBudget) {

  private static final int A_YEAR = 365;
  private static final String TRAIL_TYPE = "aws:cloudtrail/trail:Trail";

  /** Permission set of whoever may take the role for emergencies through IAM Identity Center. */
  private static final String PERMISSION_SET = "CellBreakGlass";

  /**
   * Regions where CloudFormation has no type for budgets, as of 2026-10 (its registry's schemas, by
   * way of cfn-lint 1.58.0).
   */
  private static final Set<String> WITHOUT_BUDGETS =
      Set.of(
          "af-south-1",
          "ap-east-1",
          "ap-east-2",
          "ap-northeast-3",
          "ap-south-2",
          "ap-southeast-3",
          "ap-southeast-4",
          "ap-southeast-5",
          "ap-southeast-6",
          "ap-southeast-7",
          "ca-west-1",
          "eu-central-2",
          "eu-north-1",
          "eu-south-1",
          "eu-south-2",
          "il-central-1",
          "me-central-1",
          "mx-central-1",
          "us-gov-east-1",
          "us-gov-west-1");

  public WatchPlan {
    rules = List.copyOf(rules);
  }

  /** The ARN of a stack's topic. */
  public static String topicOf(Place place) {
    return place.arn("sns", place.named("notices"));
  }

  /** The ARN of the trail that the control plane makes where the stack has none. */
  public static String trailOf(Place place) {
    return place.arn("cloudtrail", "trail/" + place.named("trail"));
  }

  /** The name of the bucket of access logs. */
  public static String logsOf(Place place) {
    return place.bucket("logs");
  }

  /** What is told of a stack that creates resources of these types. */
  public static WatchPlan of(
      Place place, StateBackend backend, Set<String> resourceTypes, long monthlyBudget) {
    boolean trailed = resourceTypes.contains(TRAIL_TYPE);
    List<RulePlan> rules =
        List.of(breakGlassUsed(place), trailTouched(place), pipelineEnded(place));
    return new WatchPlan(
        place.named("notices"),
        topicOf(place),
        topicPolicy(place),
        logs(place, !trailed),
        trailed ? Optional.empty() : Optional.of(place.named("trail")),
        place.named("break-glass"),
        breakGlassTrust(place),
        breakGlassPolicy(place, backend),
        rules,
        place.named("teller"),
        tellerTrust(place, rules),
        tellerPolicy(place),
        WITHOUT_BUDGETS.contains(place.region()) ? Optional.empty() : Optional.of(place.name()),
        monthlyBudget);
  }

  private static PolicyDocument topicPolicy(Place place) {
    return PolicyDocument.of(
        Statement.allow("TellOfMoney", "sns:Publish")
            .by("Service", "budgets.amazonaws.com")
            .on(topicOf(place))
            .when("StringEquals", "aws:SourceAccount", place.account()),
        Statement.deny("RefusePlainHttp", "sns:Publish")
            .by("AWS", "*")
            .on(topicOf(place))
            .when("Bool", "aws:SecureTransport", "false"));
  }

  private static BucketPlan logs(Place place, boolean holdsTrail) {
    String bucket = logsOf(place);
    List<Statement> policy = new ArrayList<>(BucketStatements.closed(place, bucket));
    policy.add(
        Statement.allow("WriteAccessLogs", "s3:PutObject")
            .by("Service", "logging.s3.amazonaws.com")
            .on(place.bucketArn(bucket) + "/*")
            .when("StringEquals", "aws:SourceAccount", place.account()));
    if (holdsTrail) {
      policy.add(
          Statement.allow("CheckBeforeTheTrail", "s3:GetBucketAcl")
              .by("Service", "cloudtrail.amazonaws.com")
              .on(place.bucketArn(bucket))
              .when("StringEquals", "aws:SourceArn", trailOf(place)));
      policy.add(
          Statement.allow("WriteTheTrail", "s3:PutObject")
              .by("Service", "cloudtrail.amazonaws.com")
              .on(place.bucketArn(bucket) + "/AWSLogs/" + place.account() + "/*")
              .when("StringEquals", "aws:SourceArn", trailOf(place))
              .when("StringEquals", "s3:x-amz-acl", "bucket-owner-full-control"));
    }
    return new BucketPlan(
        bucket,
        new PolicyDocument(policy),
        Optional.of(A_YEAR),
        A_YEAR,
        // S3 delivers no access logs to a bucket whose objects are locked.
        Optional.empty(),
        Optional.empty());
  }

  // With a second factor, or through Identity Center, which asks for it and does not say so.
  private static PolicyDocument breakGlassTrust(Place place) {
    String sessions =
        place.globalArn(
            "iam", "role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_" + PERMISSION_SET + "_*");
    return PolicyDocument.of(
        own(place, "TakeWithSecondFactor").when("Bool", "aws:MultiFactorAuthPresent", "true"),
        own(place, "TakeThroughIdentityCenter")
            .when("ArnLike", "aws:PrincipalArn", sessions, sessions.replace("/*/", "/")));
  }

  private static Statement own(Place place, String sid) {
    return Statement.allow(sid, "sts:AssumeRole")
        .by("AWS", place.root())
        .when("StringEquals", "aws:PrincipalAccount", place.account());
  }

  private static PolicyDocument breakGlassPolicy(Place place, StateBackend backend) {
    String state = place.bucketArn(backend.bucket());
    return PolicyDocument.of(
        Statement.allow(
                "RepairTheState",
                "s3:BypassGovernanceRetention",
                "s3:DeleteObject",
                "s3:DeleteObjectVersion",
                "s3:GetObject",
                "s3:GetObjectVersion",
                "s3:ListBucket",
                "s3:ListBucketVersions",
                "s3:PutObject")
            .on(state, state + "/*"),
        Statement.allow(
                "DecryptTheState",
                "kms:Decrypt",
                "kms:DescribeKey",
                "kms:Encrypt",
                "kms:GenerateDataKey")
            // A key's ARN holds an id that AWS makes up; the alias is the name.
            .on(place.arn("kms", "key/*"))
            .when(
                "ForAnyValue:StringEquals",
                "kms:ResourceAliases",
                "alias/" + place.named("state"),
                backend.keyAlias()),
        Statement.allow(
                "StopThePipeline",
                "codepipeline:DisableStageTransition",
                "codepipeline:EnableStageTransition",
                "codepipeline:GetPipeline",
                "codepipeline:GetPipelineExecution",
                "codepipeline:GetPipelineState",
                "codepipeline:ListPipelineExecutions",
                "codepipeline:StopPipelineExecution")
            .on(
                place.arn("codepipeline", place.name()),
                place.arn("codepipeline", place.name() + "/*")),
        Statement.allow("StopTheBuilds", "codebuild:BatchGetBuilds", "codebuild:StopBuild")
            .on(PipelinePlan.projects(place)),
        Statement.allow("ReadTheLogs", "logs:FilterLogEvents", "logs:GetLogEvents")
            .on(place.arn("logs", "log-group:" + PipelinePlan.logGroup(place) + ":*")));
  }

  private static RulePlan breakGlassUsed(Place place) {
    List<String> arn = List.of(place.role("break-glass"));
    Map<String, Object> taken =
        Map.of(
            "eventName", List.of("AssumeRole"),
            "eventSource", List.of("sts.amazonaws.com"),
            "requestParameters", Map.of("roleArn", arn));
    Map<String, Object> used =
        Map.of(
            "userIdentity", Map.of("sessionContext", Map.of("sessionIssuer", Map.of("arn", arn))));
    return new RulePlan(
        place.named("break-glass-used"),
        "Somebody uses the role for emergencies",
        Map.of(
            "account", List.of(place.account()),
            "detail-type", List.of("AWS API Call via CloudTrail"),
            "$or", List.of(Map.of("detail", taken), Map.of("detail", used))),
        true);
  }

  private static RulePlan trailTouched(Place place) {
    return new RulePlan(
        place.named("trail-touched"),
        "Somebody stops, deletes or changes a trail",
        Map.of(
            "account", List.of(place.account()),
            "detail-type", List.of("AWS API Call via CloudTrail"),
            "detail",
                Map.of(
                    "eventSource", List.of("cloudtrail.amazonaws.com"),
                    "eventName",
                        List.of("DeleteTrail", "PutEventSelectors", "StopLogging", "UpdateTrail"))),
        false);
  }

  private static RulePlan pipelineEnded(Place place) {
    return new RulePlan(
        place.named("pipeline-ended"),
        "An execution of the pipeline has ended",
        Map.of(
            "account", List.of(place.account()),
            "source", List.of("aws.codepipeline"),
            "detail-type", List.of("CodePipeline Pipeline Execution State Change"),
            "detail",
                Map.of(
                    "pipeline", List.of(place.name()),
                    "state", List.of("CANCELED", "FAILED", "STOPPED", "SUCCEEDED"))),
        false);
  }

  // A topic's own policy cannot tell one rule from another; this role's trust can.
  private static PolicyDocument tellerTrust(Place place, List<RulePlan> rules) {
    Stream<String> arns = rules.stream().map(rule -> place.arn("events", "rule/" + rule.name()));
    return PolicyDocument.of(
        Statement.allow("TellOfTheseRules", "sts:AssumeRole")
            .by("Service", "events.amazonaws.com")
            .when("StringEquals", "aws:SourceAccount", place.account())
            .when("ArnEquals", "aws:SourceArn", arns.toList()));
  }

  private static PolicyDocument tellerPolicy(Place place) {
    return PolicyDocument.of(
        Statement.allow("Tell", "sns:Publish").on(topicOf(place)),
        Statement.allow("EncryptWhatIsTold", "kms:Decrypt", "kms:GenerateDataKey")
            // A key's ARN holds an id that AWS makes up; the alias is the name.
            .on(place.arn("kms", "key/*"))
            .when("ForAnyValue:StringEquals", "kms:ResourceAliases", PipelinePlan.keyAlias(place)));
  }
}
