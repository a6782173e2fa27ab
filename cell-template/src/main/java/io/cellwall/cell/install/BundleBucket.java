package io.cellwall.cell.install;

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
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleArgs;
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
import java.util.List;
import java.util.Map;

/**
 * The bucket that the bundle lies in: the cell's own, versioned, encrypted, and telling EventBridge
 * what happens. All in it can be rendered again, so it goes with the cell, full or not.
 */
final class BundleBucket extends ComponentResource {

  private final BucketV2 bucket;
  private final List<Resource> settings;

  BundleBucket(InstallPlan plan, Output<String> keyArn, ComponentResourceOptions options) {
    super("cellwall:cell:BundleBucket", plan.bucket(), options);
    bucket =
        new BucketV2(
            plan.bucket(),
            BucketV2Args.builder()
                .bucket(plan.bucket())
                .forceDestroy(true)
                .tags(Map.of("Name", plan.bucket()))
                .build(),
            child());
    BucketVersioningV2 versions =
        new BucketVersioningV2(
            plan.bucket(),
            BucketVersioningV2Args.builder()
                .bucket(bucket.id())
                .versioningConfiguration(
                    BucketVersioningV2VersioningConfigurationArgs.builder()
                        .status("Enabled")
                        .build())
                .build(),
            child());
    settings =
        List.of(
            closed(plan),
            owned(plan),
            encrypted(plan, keyArn),
            guarded(plan),
            versions,
            forgetting(plan, versions),
            telling(plan));
    registerOutputs(Map.of());
  }

  Output<String> id() {
    return bucket.id();
  }

  /** What must be set before anything is written. */
  List<Resource> settings() {
    return settings;
  }

  private Resource closed(InstallPlan plan) {
    return new BucketPublicAccessBlock(
        plan.bucket(),
        BucketPublicAccessBlockArgs.builder()
            .bucket(bucket.id())
            .blockPublicAcls(true)
            .blockPublicPolicy(true)
            .ignorePublicAcls(true)
            .restrictPublicBuckets(true)
            .build(),
        child());
  }

  private Resource owned(InstallPlan plan) {
    return new BucketOwnershipControls(
        plan.bucket(),
        BucketOwnershipControlsArgs.builder()
            .bucket(bucket.id())
            .rule(
                BucketOwnershipControlsRuleArgs.builder()
                    .objectOwnership("BucketOwnerEnforced")
                    .build())
            .build(),
        child());
  }

  private Resource encrypted(InstallPlan plan, Output<String> keyArn) {
    return new BucketServerSideEncryptionConfigurationV2(
        plan.bucket(),
        BucketServerSideEncryptionConfigurationV2Args.builder()
            .bucket(bucket.id())
            .rules(
                BucketServerSideEncryptionConfigurationV2RuleArgs.builder()
                    .bucketKeyEnabled(true)
                    .applyServerSideEncryptionByDefault(
                        BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs
                            .builder()
                            .sseAlgorithm("aws:kms")
                            .kmsMasterKeyId(keyArn)
                            .build())
                    .build())
            .build(),
        child());
  }

  private Resource guarded(InstallPlan plan) {
    return new BucketPolicy(
        plan.bucket(),
        BucketPolicyArgs.builder().bucket(bucket.id()).policy(plan.bucketPolicy().json()).build(),
        child());
  }

  private Resource forgetting(InstallPlan plan, BucketVersioningV2 versions) {
    return new BucketLifecycleConfigurationV2(
        plan.bucket(),
        BucketLifecycleConfigurationV2Args.builder()
            .bucket(bucket.id())
            .rules(
                BucketLifecycleConfigurationV2RuleArgs.builder()
                    .id("earlier-bundles")
                    .status("Enabled")
                    .filter(
                        BucketLifecycleConfigurationV2RuleFilterArgs.builder().prefix("").build())
                    .noncurrentVersionExpiration(
                        BucketLifecycleConfigurationV2RuleNoncurrentVersionExpirationArgs.builder()
                            .noncurrentDays(plan.retainedDays())
                            .build())
                    .build())
            .build(),
        CustomResourceOptions.builder().parent(this).dependsOn(versions).build());
  }

  private Resource telling(InstallPlan plan) {
    return new BucketNotification(
        plan.bucket(),
        BucketNotificationArgs.builder().bucket(bucket.id()).eventbridge(true).build(),
        child());
  }

  private CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
