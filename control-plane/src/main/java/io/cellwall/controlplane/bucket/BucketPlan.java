package io.cellwall.controlplane.bucket;

import io.cellwall.controlplane.policy.PolicyDocument;
import java.util.Optional;

/**
 * A bucket. It stays when its stack goes.
 *
 * @param name its name, unique in its partition of AWS
 * @param policy whom it admits and refuses
 * @param expiryDays after how many days objects go; empty where they stay
 * @param formerVersionDays after how many days goes what was written over or deleted
 * @param lockedDays for how many days no version can be deleted, but by who may bypass it; empty
 *     where any can
 * @param accessLogs where S3 writes who asked for what; empty for the bucket that such logs are in
 */
public record BucketPlan(
    String name,
    PolicyDocument policy,
    Optional<Integer> expiryDays,
    int formerVersionDays,
    Optional<Integer> lockedDays,
    Optional<AccessLogs> accessLogs) {

  /**
   * Where S3 writes who asked for what.
   *
   * @param bucket the bucket
   * @param prefix what the objects' names start with
   */
  public record AccessLogs(String bucket, String prefix) {}
}
