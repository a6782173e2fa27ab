package io.cellwall.controlplane.state;

import io.cellwall.regions.model.StateBackend;

/**
 * The bucket of a stack's state, and the key of the secrets in it.
 *
 * @param bucket the bucket's name
 * @param bucketKeyAlias alias of the key that encrypts the bucket
 * @param secretsKeyAlias alias of the key that encrypts the secrets in the state
 */
public record StatePlan(String bucket, String bucketKeyAlias, String secretsKeyAlias) {

  /** What the backend's address names. */
  public static StatePlan of(StateBackend backend) {
    return new StatePlan(
        backend.bucket(),
        "alias/" + StateBackend.PREFIX + backend.home().stack() + "-state",
        backend.keyAlias());
  }
}
