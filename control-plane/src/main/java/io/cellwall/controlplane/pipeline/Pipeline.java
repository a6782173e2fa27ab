package io.cellwall.controlplane.pipeline;

import io.cellwall.controlplane.bucket.ClosedBucket;
import io.cellwall.controlplane.place.Place;
import io.cellwall.controlplane.policy.KeyStatements;
import io.cellwall.controlplane.review.Acceptance;
import io.cellwall.controlplane.review.Acceptance.Wildcard;
import io.cellwall.controlplane.review.Reviewed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.codebuild.CfnProject;
import software.amazon.awscdk.services.codepipeline.CfnPipeline;
import software.amazon.awscdk.services.codepipeline.CfnPipeline.ActionDeclarationProperty;
import software.amazon.awscdk.services.codepipeline.CfnPipeline.ActionTypeIdProperty;
import software.amazon.awscdk.services.codepipeline.CfnPipeline.StageDeclarationProperty;
import software.amazon.awscdk.services.iam.CfnRole;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.constructs.Construct;

/** The pipeline, its builds, its bucket and its logs. */
public final class Pipeline extends Construct implements Reviewed {

  private static final int A_YEAR = 365;
  private static final int HOURS_4 = 240;
  private static final int MINUTES_30 = 30;

  /**
   * What a pipeline works with.
   *
   * @param previewRole ARN of the role that plans
   * @param upRole ARN of the role that deploys
   * @param ceiling ARN of the boundary of the pipeline's own role
   * @param topic ARN of the topic that is asked for approval
   * @param logs the bucket of access logs
   */
  public record Surroundings(
      String previewRole, String upRole, String ceiling, String topic, ClosedBucket logs) {}

  private final PipelinePlan plan;
  private final String keyArn;
  private final List<Acceptance> acceptances;

  /**
   * Makes them.
   *
   * @param keyArn the key of artifacts and logs
   * @param around what it works with
   */
  public Pipeline(
      Construct scope,
      String id,
      Place place,
      PipelinePlan plan,
      String keyArn,
      Surroundings around) {
    super(scope, id);
    this.plan = plan;
    this.keyArn = keyArn;
    ClosedBucket artifacts =
        new ClosedBucket(this, "Artifacts", plan.artifacts(), Optional.of(keyArn))
            .loggedBy(around.logs());
    CfnLogGroup logs =
        CfnLogGroup.Builder.create(this, "Logs")
            .logGroupName(plan.logGroup())
            .kmsKeyId(keyArn)
            .retentionInDays(A_YEAR)
            .build();
    logs.applyRemovalPolicy(RemovalPolicy.RETAIN);
    CfnProject preview =
        project(
            "PreviewProject",
            plan.previewProject(),
            plan.previewSpec(),
            around.previewRole(),
            logs);
    CfnProject up = project("UpProject", plan.upProject(), plan.upSpec(), around.upRole(), logs);
    CfnRole role =
        CfnRole.Builder.create(this, "Role")
            .roleName(plan.role())
            .assumeRolePolicyDocument(plan.roleTrust().json())
            .permissionsBoundary(around.ceiling())
            .policies(
                List.of(
                    CfnRole.PolicyProperty.builder()
                        .policyName(plan.role())
                        .policyDocument(plan.rolePolicy().json())
                        .build()))
            .build();
    CfnPipeline pipeline =
        CfnPipeline.Builder.create(this, "Pipeline")
            .name(plan.name())
            .roleArn(role.getAttrArn())
            .pipelineType("V2")
            .executionMode("QUEUED")
            // Nothing starts it but who rolls out.
            .restartExecutionOnUpdate(false)
            .artifactStore(
                CfnPipeline.ArtifactStoreProperty.builder()
                    .type("S3")
                    .location(plan.artifacts().name())
                    .encryptionKey(
                        CfnPipeline.EncryptionKeyProperty.builder().id(keyArn).type("KMS").build())
                    .build())
            .stages(stages(place, around.topic()))
            .build();
    pipeline.addResourceDependency(artifacts.policy());
    pipeline.addResourceDependency(preview);
    pipeline.addResourceDependency(up);
    acceptances =
        List.of(
            Acceptance.wildcard(
                role,
                Wildcard.RESOURCE,
                place.bucketArn(plan.artifacts().name()) + "/*",
                "Releases have names of their own, and CodePipeline makes up those of what it hands"
                    + " on; the bucket holds nothing else"),
            Acceptance.wildcard(
                role, Wildcard.RESOURCE, place.arn("kms", "key/*"), KeyStatements.WHY_ANY_KEY));
  }

  @Override
  public List<Acceptance> acceptances() {
    return acceptances;
  }

  private CfnProject project(String id, String name, String spec, String role, CfnLogGroup logs) {
    CfnProject project =
        CfnProject.Builder.create(this, id)
            .name(name)
            .serviceRole(role)
            .encryptionKey(keyArn)
            .concurrentBuildLimit(1)
            .timeoutInMinutes(HOURS_4)
            .queuedTimeoutInMinutes(MINUTES_30)
            .artifacts(CfnProject.ArtifactsProperty.builder().type("CODEPIPELINE").build())
            .source(
                CfnProject.SourceProperty.builder().type("CODEPIPELINE").buildSpec(spec).build())
            .environment(
                CfnProject.EnvironmentProperty.builder()
                    .type("LINUX_CONTAINER")
                    .computeType("BUILD_GENERAL1_MEDIUM")
                    // Of AWS's own, from its registry in the region.
                    .image("aws/codebuild/amazonlinux-x86_64-standard:5.0")
                    .imagePullCredentialsType("CODEBUILD")
                    .privilegedMode(false)
                    .build())
            .logsConfig(
                CfnProject.LogsConfigProperty.builder()
                    .cloudWatchLogs(
                        CfnProject.CloudWatchLogsConfigProperty.builder()
                            .status("ENABLED")
                            .groupName(plan.logGroup())
                            .build())
                    .build())
            .build();
    project.addResourceDependency(logs);
    return project;
  }

  private List<StageDeclarationProperty> stages(Place place, String topic) {
    List<StageDeclarationProperty> stages = new ArrayList<>();
    stages.add(
        stage(
            "Source",
            source("Release", plan.releaseObject()),
            source("Inventory", plan.inventoryObject())));
    stages.add(
        stage(
            "Preview",
            build("Preview", plan.previewProject())
                .inputArtifacts(List.of(input("Release"), input("Inventory")))
                .outputArtifacts(List.of(output("Planned")))
                .configuration(
                    sorted("ProjectName", plan.previewProject(), "PrimarySource", "Release"))
                .build()));
    if (plan.asksPerson()) {
      stages.add(
          stage(
              "Approval",
              ActionDeclarationProperty.builder()
                  .name("Approve")
                  .actionTypeId(type("Approval", "AWS", "Manual"))
                  .configuration(
                      sorted(
                          "NotificationArn",
                          topic,
                          "CustomData",
                          "The plan of " + place.stack() + " is in the log of the stage Preview"))
                  .build()));
    }
    stages.add(
        stage(
            "Up",
            build("Up", plan.upProject())
                .inputArtifacts(List.of(input("Planned")))
                .configuration(sorted("ProjectName", plan.upProject()))
                .build()));
    return stages;
  }

  private ActionDeclarationProperty source(String artifact, String object) {
    return ActionDeclarationProperty.builder()
        .name(artifact)
        .actionTypeId(type("Source", "AWS", "S3"))
        .configuration(
            sorted(
                "S3Bucket",
                plan.artifacts().name(),
                "S3ObjectKey",
                object,
                "PollForSourceChanges",
                "false"))
        .outputArtifacts(List.of(output(artifact)))
        .build();
  }

  private static ActionDeclarationProperty.Builder build(String name, String project) {
    return ActionDeclarationProperty.builder()
        .name(name)
        .actionTypeId(type("Build", "AWS", "CodeBuild"))
        .configuration(sorted("ProjectName", project));
  }

  // A template says the same things in the same order each time.
  private static Map<String, String> sorted(String... keysAndValues) {
    Map<String, String> sorted = new TreeMap<>();
    for (int key = 0; key < keysAndValues.length; key += 2) {
      sorted.put(keysAndValues[key], keysAndValues[key + 1]);
    }
    return sorted;
  }

  private static StageDeclarationProperty stage(String name, ActionDeclarationProperty... actions) {
    return StageDeclarationProperty.builder().name(name).actions(List.of(actions)).build();
  }

  private static ActionTypeIdProperty type(String category, String owner, String provider) {
    return ActionTypeIdProperty.builder()
        .category(category)
        .owner(owner)
        .provider(provider)
        .version("1")
        .build();
  }

  private static CfnPipeline.InputArtifactProperty input(String name) {
    return CfnPipeline.InputArtifactProperty.builder().name(name).build();
  }

  private static CfnPipeline.OutputArtifactProperty output(String name) {
    return CfnPipeline.OutputArtifactProperty.builder().name(name).build();
  }
}
