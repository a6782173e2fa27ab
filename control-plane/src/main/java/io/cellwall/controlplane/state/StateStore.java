package io.cellwall.controlplane.state;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.constructs.Construct;

/** The bucket and the keys of a stack's state. */
public final class StateStore extends Construct {

  /** Makes them. */
  public StateStore(Construct scope, String id, StatePlan plan) {
    super(scope, id);
    Key bucketKey =
        Key.Builder.create(this, "BucketKey")
            .alias(plan.bucketKeyAlias())
            .enableKeyRotation(true)
            .removalPolicy(RemovalPolicy.RETAIN)
            .build();
    Key.Builder.create(this, "SecretsKey")
        .alias(plan.secretsKeyAlias())
        .enableKeyRotation(true)
        .removalPolicy(RemovalPolicy.RETAIN)
        .build();
    Bucket.Builder.create(this, "Bucket")
        .bucketName(plan.bucket())
        .versioned(true)
        .encryption(BucketEncryption.KMS)
        .encryptionKey(bucketKey)
        .bucketKeyEnabled(true)
        .enforceSsl(true)
        .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
        .removalPolicy(RemovalPolicy.RETAIN)
        .build();
  }
}
