package io.cellwall.wiring;

import com.fasterxml.jackson.annotation.JsonValue;
import io.cellwall.regions.model.Region;

/**
 * The name of an AWS resource, or a pattern of such names: {@code
 * arn:aws:logs:eu-west-1:111111111111:log-group:/cellwall/eu-west-1-cell-03/*}.
 *
 * <p>What a stack owns is named by {@link Place}; this type adds what nobody's account owns.
 *
 * @param partition {@code aws}, {@code aws-us-gov}, {@code aws-cn}
 * @param service the service's name in ARNs
 * @param region region code, empty for global services and for buckets
 * @param account twelve digits, empty for buckets
 * @param resource the rest, in the service's own form
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">ARNs</a>
 */
public record Arn(
    String partition, String service, String region, String account, String resource) {

  public Arn {
    if (partition.isEmpty() || service.isEmpty() || resource.isEmpty()) {
      throw new IllegalArgumentException(
          "an ARN needs partition, service and resource: \"%s\", \"%s\", \"%s\""
              .formatted(partition, service, resource));
    }
  }

  /**
   * The ARN of objects in a bucket that AWS itself owns, in the region's partition.
   *
   * @param region decides the partition only; bucket ARNs have no region
   * @param bucket the bucket's name
   */
  public static Arn objectsOf(Region region, String bucket) {
    return new Arn(region.partition(), "s3", "", "", bucket + "/*");
  }

  /**
   * The ARN of a bucket, or of one object in it, in the region's partition.
   *
   * @param region decides the partition only; bucket ARNs have no region
   * @param path the bucket's name, or name and key with a slash between
   */
  public static Arn ofBucket(Region region, String path) {
    return new Arn(region.partition(), "s3", "", "", path);
  }

  /** The ARN as AWS writes it. */
  @JsonValue
  @Override
  public String toString() {
    return String.join(":", "arn", partition, service, region, account, resource);
  }
}
