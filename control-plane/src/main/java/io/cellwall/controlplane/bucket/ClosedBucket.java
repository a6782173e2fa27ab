package io.cellwall.controlplane.bucket;

import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.CfnBucketPolicy;
import software.constructs.Construct;

/** A bucket with versions, encryption and a policy, closed to the public. */
public final class ClosedBucket extends Construct {

  private static final int A_WEEK = 7;

  private final CfnBucket bucket;
  private final CfnBucketPolicy policy;

  /**
   * Makes it.
   *
   * @param keyArn the key that encrypts it; empty for S3's own, where who writes it can use no
   *     other
   */
  public ClosedBucket(Construct scope, String id, BucketPlan plan, Optional<String> keyArn) {
    super(scope, id);
    CfnBucket.Builder builder =
        CfnBucket.Builder.create(this, "Bucket")
            .bucketName(plan.name())
            .versioningConfiguration(
                CfnBucket.VersioningConfigurationProperty.builder().status("Enabled").build())
            .bucketEncryption(encryption(keyArn))
            .publicAccessBlockConfiguration(
                CfnBucket.PublicAccessBlockConfigurationProperty.builder()
                    .blockPublicAcls(true)
                    .blockPublicPolicy(true)
                    .ignorePublicAcls(true)
                    .restrictPublicBuckets(true)
                    .build())
            .ownershipControls(
                CfnBucket.OwnershipControlsProperty.builder()
                    .rules(
                        List.of(
                            CfnBucket.OwnershipControlsRuleProperty.builder()
                                .objectOwnership("BucketOwnerEnforced")
                                .build()))
                    .build())
            .lifecycleConfiguration(lifecycle(plan));
    plan.lockedDays()
        .ifPresent(days -> builder.objectLockEnabled(true).objectLockConfiguration(lock(days)));
    plan.accessLogs()
        .ifPresent(
            logs ->
                builder.loggingConfiguration(
                    CfnBucket.LoggingConfigurationProperty.builder()
                        .destinationBucketName(logs.bucket())
                        .logFilePrefix(logs.prefix())
                        .build()));
    bucket = builder.build();
    bucket.applyRemovalPolicy(RemovalPolicy.RETAIN);
    policy =
        CfnBucketPolicy.Builder.create(this, "Policy")
            // By its name, as the policy itself calls it.
            .bucket(plan.name())
            .policyDocument(plan.policy().json())
            .build();
    policy.applyRemovalPolicy(RemovalPolicy.RETAIN);
    policy.addResourceDependency(bucket);
  }

  /** The policy, which must be there before anything is written. */
  public CfnBucketPolicy policy() {
    return policy;
  }

  /** Waits for the bucket of access logs, which must admit them first. */
  public ClosedBucket loggedBy(ClosedBucket logs) {
    bucket.addResourceDependency(logs.policy);
    return this;
  }

  private static CfnBucket.BucketEncryptionProperty encryption(Optional<String> keyArn) {
    var byDefault =
        CfnBucket.ServerSideEncryptionByDefaultProperty.builder()
            .sseAlgorithm(keyArn.isPresent() ? "aws:kms" : "AES256");
    keyArn.ifPresent(byDefault::kmsMasterKeyId);
    return CfnBucket.BucketEncryptionProperty.builder()
        .serverSideEncryptionConfiguration(
            List.of(
                CfnBucket.ServerSideEncryptionRuleProperty.builder()
                    .bucketKeyEnabled(keyArn.isPresent())
                    .serverSideEncryptionByDefault(byDefault.build())
                    .build()))
        .build();
  }

  private static CfnBucket.LifecycleConfigurationProperty lifecycle(BucketPlan plan) {
    var rule =
        CfnBucket.RuleProperty.builder()
            .id("retention")
            .status("Enabled")
            .noncurrentVersionExpiration(
                CfnBucket.NoncurrentVersionExpirationProperty.builder()
                    .noncurrentDays(plan.formerVersionDays())
                    .build())
            .abortIncompleteMultipartUpload(
                CfnBucket.AbortIncompleteMultipartUploadProperty.builder()
                    .daysAfterInitiation(A_WEEK)
                    .build());
    plan.expiryDays().ifPresent(rule::expirationInDays);
    return CfnBucket.LifecycleConfigurationProperty.builder().rules(List.of(rule.build())).build();
  }

  private static CfnBucket.ObjectLockConfigurationProperty lock(int days) {
    return CfnBucket.ObjectLockConfigurationProperty.builder()
        .objectLockEnabled("Enabled")
        .rule(
            CfnBucket.ObjectLockRuleProperty.builder()
                .defaultRetention(
                    CfnBucket.DefaultRetentionProperty.builder()
                        .mode("GOVERNANCE")
                        .days(days)
                        .build())
                .build())
        .build();
  }
}
