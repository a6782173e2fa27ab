package io.cellwall.cell.install;

import io.cellwall.cell.bundle.BundleCatalog;
import io.cellwall.cell.bundle.MirroredImage;
import io.cellwall.cell.bundle.PlatformBundlePlan;
import io.cellwall.cell.compute.ClusterAccessPlan;
import io.cellwall.cell.role.RolePlan;
import io.cellwall.cell.role.Trust;
import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Place;
import io.cellwall.wiring.bucket.PrivateBucketPlan;
import io.cellwall.wiring.policy.PolicyDocument;
import io.cellwall.wiring.policy.Statement;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The job that brings the platform into the cluster. It runs inside the cell's network, as nobody
 * outside can reach the cluster's API, and starts whenever another bundle lies in the bucket.
 *
 * @param project the CodeBuild project's name
 * @param projectArn its ARN, known before it exists
 * @param image what it runs in, from the cell's own registry
 * @param buildspec what it runs
 * @param environment its environment variables
 * @param timeoutMinutes how long it may take
 * @param logGroup where it logs
 * @param logRetentionDays how long the logs are kept
 * @param bucket the bucket that the bundle lies in, which goes with the cell, full or not: what is
 *     in it can be rendered again
 * @param bundleKey the bundle's key in the bucket
 * @param bundle the bundle
 * @param role what the job may do
 * @param access what it may do in the cluster
 * @param triggers what starts it
 * @param starter the role that the triggers start it with
 */
public record InstallPlan(
    String project,
    Arn projectArn,
    String image,
    String buildspec,
    SortedMap<String, String> environment,
    int timeoutMinutes,
    String logGroup,
    int logRetentionDays,
    PrivateBucketPlan bucket,
    String bundleKey,
    String bundle,
    RolePlan role,
    ClusterAccessPlan access,
    List<TriggerPlan> triggers,
    RolePlan starter) {

  private static final int A_YEAR = 365;
  private static final String BUNDLE_KEY = "bundle.json";

  public InstallPlan {
    environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
    triggers = List.copyOf(triggers);
  }

  /** The job of the cell with this bundle, whose roles carry the boundary. */
  public static InstallPlan of(Place place, PlatformBundlePlan bundle, Arn boundary) {
    String project = place.named("install");
    Arn projectArn = place.arn("codebuild", "project/" + project);
    String logGroup = "/cellwall/" + place.name() + "/install";
    // Names of buckets are shared by all accounts of a partition.
    String bucket = place.named("bundle-" + place.account());
    RolePlan role =
        InstallerRole.plan(
            place,
            boundary,
            projectArn,
            Arn.ofBucket(place.region(), bucket + "/" + BUNDLE_KEY),
            place.arn("logs", "log-group:" + logGroup));
    return new InstallPlan(
        project,
        projectArn,
        image(bundle),
        Buildspec.install().text(),
        environment(place, bundle, bucket),
        60,
        logGroup,
        A_YEAR,
        PrivateBucketPlan.of(place.region(), bucket)
            .refusingOthersThan(place.account())
            .holdingCopies()
            .announcing(),
        BUNDLE_KEY,
        BundleObject.of(bundle).text(),
        role,
        ClusterAccessPlan.of(place, "install", role.arn(), ClusterAccessPlan.ADMINISTER),
        TriggerPlan.of(place, bucket, BUNDLE_KEY),
        starter(place, boundary, projectArn));
  }

  private static String image(PlatformBundlePlan bundle) {
    MirroredImage image =
        BundleCatalog.load().images(bundle).stream()
            .filter(candidate -> candidate.name().equals("installer"))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("the catalog has no image installer"));
    return bundle.registry().reference(image);
  }

  private static SortedMap<String, String> environment(
      Place place, PlatformBundlePlan bundle, String bucket) {
    SortedMap<String, String> environment = new TreeMap<>();
    environment.put("BUNDLE_BUCKET", bucket);
    environment.put("BUNDLE_KEY", BUNDLE_KEY);
    environment.put("CLUSTER", place.name());
    environment.put("REGISTRY", bundle.registry().host());
    return environment;
  }

  private static RolePlan starter(Place place, Arn boundary, Arn project) {
    return RolePlan.of(
        place,
        "install-starter",
        "Starts the job that installs the platform",
        boundary,
        Trust.service(
            place, "events.amazonaws.com", place.arn("events", "rule/" + place.named("*"))),
        PolicyDocument.of(
            Statement.allow("StartTheJob").actions("codebuild:StartBuild").on(project)));
  }
}
