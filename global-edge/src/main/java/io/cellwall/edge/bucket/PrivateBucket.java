package io.cellwall.edge.bucket;

import com.pulumi.aws.s3.BucketLifecycleConfigurationV2;
import com.pulumi.aws.s3.BucketLifecycleConfigurationV2Args;
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
import java.util.Map;
import java.util.Optional;

/** A bucket with versions, encryption and a policy, closed to the public. */
public final class PrivateBucket extends ComponentResource {

  private final BucketV2 bucket;
  private final BucketPolicy policy;

  /**
   * Makes the bucket.
   *
   * @param keyArn the key that encrypts its objects; empty where what it holds is public anyway
   */
  public PrivateBucket(
      PrivateBucketPlan plan, Optional<Output<String>> keyArn, ComponentResourceOptions options) {
    super("cellwall:edge:PrivateBucket", plan.name(), options);
    bucket =
        new BucketV2(
            plan.name(),
            BucketV2Args.builder()
                .bucket(plan.name())
                .forceDestroy(false)
                .tags(Map.of("Name", plan.name()))
                .build(),
            CustomResourceOptions.builder().parent(this).protect(plan.holdsEvidence()).build());
    BucketPublicAccessBlock closed =
        new BucketPublicAccessBlock(
            plan.name(),
            BucketPublicAccessBlockArgs.builder()
                .bucket(bucket.id())
                .blockPublicAcls(true)
                .blockPublicPolicy(true)
                .ignorePublicAcls(true)
                .restrictPublicBuckets(true)
                .build(),
            child());
    new BucketOwnershipControls(
        plan.name(),
        BucketOwnershipControlsArgs.builder()
            .bucket(bucket.id())
            .rule(
                BucketOwnershipControlsRuleArgs.builder()
                    .objectOwnership("BucketOwnerEnforced")
                    .build())
            .build(),
        child());
    encryption(plan, keyArn);
    BucketVersioningV2 versions =
        new BucketVersioningV2(
            plan.name(),
            BucketVersioningV2Args.builder()
                .bucket(bucket.id())
                .versioningConfiguration(
                    BucketVersioningV2VersioningConfigurationArgs.builder()
                        .status("Enabled")
                        .build())
                .build(),
            child());
    plan.expiryDays().ifPresent(days -> expiry(plan, days, versions));
    policy =
        new BucketPolicy(
            plan.name(),
            BucketPolicyArgs.builder().bucket(bucket.id()).policy(plan.policy().json()).build(),
            CustomResourceOptions.builder().parent(this).dependsOn(closed).build());
    registerOutputs(Map.of());
  }

  /** The bucket's id, which is its name. */
  public Output<String> id() {
    return bucket.id();
  }

  /** What must be there before anybody relies on what the bucket admits. */
  public Resource policy() {
    return policy;
  }

  private void encryption(PrivateBucketPlan plan, Optional<Output<String>> keyArn) {
    var byDefault =
        BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs
            .builder()
            .sseAlgorithm(keyArn.isPresent() ? "aws:kms" : "AES256");
    keyArn.ifPresent(byDefault::kmsMasterKeyId);
    new BucketServerSideEncryptionConfigurationV2(
        plan.name(),
        BucketServerSideEncryptionConfigurationV2Args.builder()
            .bucket(bucket.id())
            .rules(
                BucketServerSideEncryptionConfigurationV2RuleArgs.builder()
                    .applyServerSideEncryptionByDefault(byDefault.build())
                    .bucketKeyEnabled(keyArn.isPresent())
                    .build())
            .build(),
        child());
  }

  private void expiry(PrivateBucketPlan plan, int days, Resource versions) {
    new BucketLifecycleConfigurationV2(
        plan.name(),
        BucketLifecycleConfigurationV2Args.builder()
            .bucket(bucket.id())
            .rules(
                BucketLifecycleConfigurationV2RuleArgs.builder()
                    .id("expire")
                    .status("Enabled")
                    .filter(
                        BucketLifecycleConfigurationV2RuleFilterArgs.builder().prefix("").build())
                    .expiration(
                        BucketLifecycleConfigurationV2RuleExpirationArgs.builder()
                            .days(days)
                            .build())
                    .noncurrentVersionExpiration(
                        BucketLifecycleConfigurationV2RuleNoncurrentVersionExpirationArgs.builder()
                            .noncurrentDays(days)
                            .build())
                    .build())
            .build(),
        CustomResourceOptions.builder().parent(this).dependsOn(versions).build());
  }

  private CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
