package io.cellwall.controlplane.state;

import io.cellwall.controlplane.bucket.ClosedBucket;
import io.cellwall.controlplane.key.EncryptionKey;
import java.util.Optional;
import software.constructs.Construct;

/** The bucket and the keys of a stack's state. */
public final class StateStore extends Construct {

  /**
   * Makes them.
   *
   * @param logs the bucket of access logs
   */
  public StateStore(Construct scope, String id, StatePlan plan, ClosedBucket logs) {
    super(scope, id);
    EncryptionKey bucketKey = new EncryptionKey(this, "BucketKey", plan.bucketKey());
    new EncryptionKey(this, "SecretsKey", plan.secretsKey());
    new ClosedBucket(this, "State", plan.bucket(), Optional.of(bucketKey.arn())).loggedBy(logs);
  }
}
