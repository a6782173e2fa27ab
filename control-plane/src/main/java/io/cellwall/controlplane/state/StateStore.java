package io.cellwall.controlplane.state;

import io.cellwall.controlplane.bucket.ClosedBucket;
import io.cellwall.controlplane.key.EncryptionKey;
import java.util.Optional;
import software.constructs.Construct;

/** The bucket and the keys of a stack's state. */
public final class StateStore extends Construct {

  /** Makes them. */
  public StateStore(Construct scope, String id, StatePlan plan) {
    super(scope, id);
    EncryptionKey bucketKey = new EncryptionKey(this, "BucketKey", plan.bucketKey());
    new EncryptionKey(this, "SecretsKey", plan.secretsKey());
    new ClosedBucket(this, "State", plan.bucket(), Optional.of(bucketKey.arn()));
  }
}
