package io.cellwall.controlplane.pipeline;

import io.cellwall.controlplane.bucket.BucketPlan;
import io.cellwall.controlplane.bucket.BucketPlan.AccessLogs;
import io.cellwall.controlplane.place.Place;
import io.cellwall.controlplane.policy.BucketStatements;
import io.cellwall.controlplane.policy.PolicyDocument;
import io.cellwall.controlplane.policy.Statement;
import io.cellwall.regions.model.DeployIdentity;
import io.cellwall.regions.model.DeployRules;
import io.cellwall.regions.model.Release;
import io.cellwall.regions.model.StackName;
import io.cellwall.regions.model.StateBackend;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The pipeline of one stack. One execution runs at a time and the others wait in line: with the
 * execution mode SUPERSEDED a newer plan could be made while an older one is carried out, and would
 * be stale before anybody approves it.
 *
 * @param name its name
 * @param artifacts the region's bucket of releases, inventories and what the pipeline hands on
 * @param releaseObject the archive of the pinned release
 * @param inventoryObject the archive of the inventory
 * @param logGroup where its builds write
 * @param previewProject name of the build that plans
 * @param previewSpec what it runs
 * @param upProject name of the build that deploys
 * @param upSpec what it runs
 * @param asksPerson whether a person approves the plan
 * @param role name of the pipeline's own role
 * @param rolePolicy what it may do
 * @param roleTrust who works as it
 * @param previewTrust who works as the role that plans
 * @param upTrust who works as the role that deploys
 */
public record PipelinePlan(
    String name,
    BucketPlan artifacts,
    String releaseObject,
    String inventoryObject,
    String logGroup,
    String previewProject,
    String previewSpec,
    String upProject,
    String upSpec,
    boolean asksPerson,
    String role,
    PolicyDocument rolePolicy,
    PolicyDocument roleTrust,
    PolicyDocument previewTrust,
    PolicyDocument upTrust) {

  private static final int A_QUARTER = 90;

  /**
   * The pipeline of a stack.
   *
   * @param release the release that the stack is pinned to
   * @param asksPerson whether a person approves its plans
   * @param topic ARN of the topic that it tells
   * @param logs the bucket of access logs
   */
  public static PipelinePlan of(
      Place place,
      StateBackend backend,
      Release release,
      DeployRules rules,
      boolean asksPerson,
      String topic,
      String logs) {
    Buildspec spec = new Buildspec(place, backend, release.value(), rules.releaseKey());
    String preview = place.named("preview");
    String up = place.named("up");
    String pipeline = place.name();
    return new PipelinePlan(
        pipeline,
        new BucketPlan(
            artifacts(place),
            new PolicyDocument(BucketStatements.closed(place, artifacts(place))),
            Optional.empty(),
            A_QUARTER,
            Optional.empty(),
            Optional.of(new AccessLogs(logs, "artifacts/"))),
        "releases/" + release + "/release.zip",
        "inventory/inventory.zip",
        logGroup(place),
        preview,
        spec.preview(),
        up,
        spec.up(),
        asksPerson,
        place.named("pipeline"),
        rolePolicy(place, topic),
        PolicyDocument.of(trust(place, "codepipeline", place.arn("codepipeline", pipeline))),
        buildsAnd(rules.identity(), place, preview),
        buildsAnd(rules.identity(), place, up));
  }

  /** The name of the log group of the builds. */
  public static String logGroup(Place place) {
    return "/cellwall/" + place.name() + "/pipeline";
  }

  /** The ARNs of the builds. */
  public static List<String> projects(Place place) {
    return Stream.of("preview", "up")
        .map(each -> place.arn("codebuild", "project/" + place.named(each)))
        .toList();
  }

  private static String artifacts(Place place) {
    return place.bucket("artifacts");
  }

  /** The alias of the key of artifacts, logs and notices. */
  public static String keyAlias(Place place) {
    return "alias/" + place.named("pipeline");
  }

  /** What both builds must be allowed to do their work in the pipeline. */
  public static List<Statement> work(Place place) {
    return List.of(
        Statement.allow("WriteLogs", "logs:CreateLogStream", "logs:PutLogEvents")
            .on(place.arn("logs", "log-group:" + logGroup(place) + ":*")),
        Statement.allow("HandOnArtifacts", "s3:GetObject", "s3:GetObjectVersion", "s3:PutObject")
            .on(place.bucketArn(artifacts(place)) + "/" + handedOn(place)),
        encrypt(place));
  }

  // CodePipeline keeps what it hands on below the first twenty characters of the pipeline's name:
  // no build can write where releases are.
  private static String handedOn(Place place) {
    return place.name().substring(0, 20) + "*/*";
  }

  private static Statement encrypt(Place place) {
    return Statement.allow(
            "EncryptArtifacts",
            "kms:Decrypt",
            "kms:DescribeKey",
            "kms:Encrypt",
            "kms:GenerateDataKey")
        // A key's ARN holds an id that AWS makes up; the alias is the name.
        .on(place.arn("kms", "key/*"))
        .when("ForAnyValue:StringEquals", "kms:ResourceAliases", keyAlias(place));
  }

  private static PolicyDocument rolePolicy(Place place, String topic) {
    String bucket = place.bucketArn(artifacts(place));
    return PolicyDocument.of(
        Statement.allow("FindArtifacts", "s3:GetBucketVersioning", "s3:ListBucket").on(bucket),
        Statement.allow(
                "TakeAndHandOnArtifacts",
                "s3:GetObject",
                "s3:GetObjectTagging",
                "s3:GetObjectVersion",
                "s3:GetObjectVersionTagging",
                "s3:PutObject")
            .on(bucket + "/*"),
        encrypt(place),
        Statement.allow("RunTheBuilds", "codebuild:BatchGetBuilds", "codebuild:StartBuild")
            .on(projects(place)),
        Statement.allow("AskForApproval", "sns:Publish").on(topic));
  }

  private static PolicyDocument buildsAnd(
      Optional<DeployIdentity> identity, Place place, String project) {
    Statement builds = trust(place, "codebuild", place.arn("codebuild", "project/" + project));
    return new PolicyDocument(
        Stream.concat(Stream.of(builds), identity.stream().map(each -> workflows(each, place)))
            .toList());
  }

  // The service may work as the role for this one pipeline or build, of this account.
  private static Statement trust(Place place, String service, String source) {
    return Statement.allow("WorkForThisStackAlone", "sts:AssumeRole")
        .by("Service", service + ".amazonaws.com")
        .when("StringEquals", "aws:SourceAccount", place.account())
        .when("ArnEquals", "aws:SourceArn", source);
  }

  private static Statement workflows(DeployIdentity identity, Place place) {
    return Statement.allow("WorkflowsOfThisStackAlone", "sts:AssumeRoleWithWebIdentity")
        .by("Federated", place.globalArn("iam", "oidc-provider/" + identity.issuer()))
        .when("StringEquals", identity.issuer() + ":aud", identity.audience())
        .when(
            "StringEquals",
            identity.issuer() + ":sub",
            identity.subject(StackName.parse(place.stack())));
  }
}
