package io.cellwall.wiring.bucket;

import com.pulumi.aws.s3.BucketLifecycleConfigurationV2;
import com.pulumi.aws.s3.BucketLifecycleConfigurationV2Args;
import com.pulumi.aws.s3.BucketNotification;
import com.pulumi.aws.s3.BucketNotificationArgs;
import com.pulumi.aws.s3.BucketOwnershipControls;
import com.pulumi.aws.s3.BucketOwnershipControlsArgs;
import com.pulumi.aws.s3.BucketPolicy;
import com.pulumi.aws.s3.BucketPolicyArgs;
import com.pulumi.aws.s3.BucketPublicAccessBlock;
import com.pulumi.aws.s3.BucketPublicAccessBlockArgs;
import com.pulumi.aws.s3.BucketServerSideEncryptionConfigurationV2;
import com.pulumi.aws.s3.BucketServerSideEncryptionConfigurationV2Args;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.s3.BucketV2Args;
import com.pulumi.aws.s3.BucketVersioningV2;
import com.pulumi.aws.s3.BucketVersioningV2Args;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleAbortIncompleteMultipartUploadArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleExpirationArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleFilterArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleNoncurrentVersionExpirationArgs;
import com.pulumi.aws.s3.inputs.BucketOwnershipControlsRuleArgs;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleArgs;
import com.pulumi.aws.s3.inputs.BucketVersioningV2VersioningConfigurationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A bucket with versions, encryption and a policy, closed to the public. */
public final class PrivateBucket extends ComponentResource {

  private static final int A_WEEK = 7;

  private final PrivateBucketPlan plan;
  private final BucketV2 bucket;
  private final List<Resource> settings = new ArrayList<>();

  /**
   * Makes the bucket.
   *
   * @param keyArn the key that encrypts its objects; empty for S3's own, where what it holds is
   *     public anyway or who writes it can use no other
   */
  public PrivateBucket(
      PrivateBucketPlan plan, Optional<Output<String>> keyArn, ComponentResourceOptions options) {
    super("cellwall:wiring:PrivateBucket", plan.name(), options);
    this.plan = plan;
    bucket =
        new BucketV2(
            plan.name(),
            BucketV2Args.builder()
                .bucket(plan.bucket())
                .forceDestroy(plan.contents() == BucketContents.COPIES)
                .tags(Map.of("Name", plan.name()))
                .build(),
            CustomResourceOptions.builder()
                .parent(this)
                .protect(plan.contents() == BucketContents.EVIDENCE)
                .build());
    // One after the other: S3 refuses two changes of who is admitted at a time (OperationAborted).
    Resource closed = set(closed());
    Resource guarded = set(guarded(closed));
    set(owned(guarded));
    set(encrypted(keyArn));
    Resource versions = set(versions());
    set(forgetting(versions));
    if (plan.announced()) {
      set(announcing());
    }
    registerOutputs(Map.of());
  }

  /** The bucket's id, which is its name. */
  public Output<String> id() {
    return bucket.id();
  }

  /** What must be set before anything is written, or relies on whom the bucket admits. */
  public List<Resource> settings() {
    return List.copyOf(settings);
  }

  private Resource set(Resource setting) {
    settings.add(setting);
    return setting;
  }

  private Resource closed() {
    return new BucketPublicAccessBlock(
        plan.name(),
        BucketPublicAccessBlockArgs.builder()
            .bucket(bucket.id())
            .blockPublicAcls(true)
            .blockPublicPolicy(true)
            .ignorePublicAcls(true)
            .restrictPublicBuckets(true)
            .build(),
        after());
  }

  private Resource guarded(Resource closed) {
    return new BucketPolicy(
        plan.name(),
        BucketPolicyArgs.builder().bucket(bucket.id()).policy(plan.policy().json()).build(),
        after(closed));
  }

  private Resource owned(Resource guarded) {
    return new BucketOwnershipControls(
        plan.name(),
        BucketOwnershipControlsArgs.builder()
            .bucket(bucket.id())
            .rule(
                BucketOwnershipControlsRuleArgs.builder()
                    .objectOwnership("BucketOwnerEnforced")
                    .build())
            .build(),
        after(guarded));
  }

  private Resource encrypted(Optional<Output<String>> keyArn) {
    var byDefault =
        BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs
            .builder()
            .sseAlgorithm(keyArn.isPresent() ? "aws:kms" : "AES256");
    keyArn.ifPresent(byDefault::kmsMasterKeyId);
    return new BucketServerSideEncryptionConfigurationV2(
        plan.name(),
        BucketServerSideEncryptionConfigurationV2Args.builder()
            .bucket(bucket.id())
            .rules(
                BucketServerSideEncryptionConfigurationV2RuleArgs.builder()
                    .applyServerSideEncryptionByDefault(byDefault.build())
                    .bucketKeyEnabled(keyArn.isPresent())
                    .build())
            .build(),
        after());
  }

  private Resource versions() {
    return new BucketVersioningV2(
        plan.name(),
        BucketVersioningV2Args.builder()
            .bucket(bucket.id())
            .versioningConfiguration(
                BucketVersioningV2VersioningConfigurationArgs.builder().status("Enabled").build())
            .build(),
        after());
  }

  private Resource forgetting(Resource versions) {
    var rule =
        BucketLifecycleConfigurationV2RuleArgs.builder()
            .id("retention")
            .status("Enabled")
            .filter(BucketLifecycleConfigurationV2RuleFilterArgs.builder().prefix("").build())
            .noncurrentVersionExpiration(
                BucketLifecycleConfigurationV2RuleNoncurrentVersionExpirationArgs.builder()
                    .noncurrentDays(plan.formerVersionDays())
                    .build())
            .abortIncompleteMultipartUpload(
                BucketLifecycleConfigurationV2RuleAbortIncompleteMultipartUploadArgs.builder()
                    .daysAfterInitiation(A_WEEK)
                    .build());
    plan.expiryDays()
        .ifPresent(
            days ->
                rule.expiration(
                    BucketLifecycleConfigurationV2RuleExpirationArgs.builder().days(days).build()));
    return new BucketLifecycleConfigurationV2(
        plan.name(),
        BucketLifecycleConfigurationV2Args.builder()
            .bucket(bucket.id())
            .rules(rule.build())
            .build(),
        after(versions));
  }

  private Resource announcing() {
    return new BucketNotification(
        plan.name(),
        BucketNotificationArgs.builder().bucket(bucket.id()).eventbridge(true).build(),
        after());
  }

  private CustomResourceOptions after(Resource... others) {
    return CustomResourceOptions.builder().parent(this).dependsOn(others).build();
  }
}
