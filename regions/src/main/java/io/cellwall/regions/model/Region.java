package io.cellwall.regions.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.RegionMetadata;
import software.amazon.awssdk.regions.ServiceMetadata;

/**
 * One AWS region, known to the AWS SDK: {@code eu-west-1}.
 *
 * @param code the region's code
 */
public record Region(String code) implements Comparable<Region> {

  public Region {
    if (metadata(code) == null) {
      throw new IllegalArgumentException(
          "\"" + code + "\" is not an AWS region: use a region code such as eu-west-1");
    }
  }

  /**
   * Reads a region code.
   *
   * @throws IllegalArgumentException if AWS has no such region; the message quotes the text
   */
  public static Region parse(String text) {
    return new Region(text);
  }

  /** Tells whether the text is the code of an AWS region. */
  public static boolean isRegion(String text) {
    return metadata(text) != null;
  }

  /** Every region that the SDK knows, sorted; without its pseudo-regions. */
  public static List<Region> all() {
    return software.amazon.awssdk.regions.Region.regions().stream()
        .map(software.amazon.awssdk.regions.Region::id)
        .filter(Region::isRegion)
        .map(Region::new)
        .sorted()
        .toList();
  }

  /** The partition in ARNs of this region: {@code aws}, {@code aws-cn}, {@code aws-us-gov}. */
  public String partition() {
    return known().partition().id();
  }

  /** The domain of the region's service endpoints, such as {@code amazonaws.com}. */
  public String dnsSuffix() {
    return known().partition().dnsSuffix();
  }

  /**
   * Tells whether AWS has a service in this region, as far as the SDK knows.
   *
   * @param endpointPrefix how the SDK's endpoints spell the service: {@code aps}, {@code eks-auth}
   */
  public boolean offers(String endpointPrefix) {
    return ServiceMetadata.of(endpointPrefix).regions().stream()
        .anyMatch(region -> region.id().equals(code));
  }

  /** Where the region is, in AWS's words: {@code Europe (Ireland)}. */
  public String description() {
    return known().description();
  }

  private RegionMetadata known() {
    RegionMetadata metadata = metadata(code);
    if (metadata == null) {
      throw new IllegalStateException("region " + code + " was known when it was made");
    }
    return metadata;
  }

  // RegionMetadata.of(...) is null for a region that the SDK does not know, and for its
  // pseudo-regions (aws-global); Region.of(...) accepts any text.
  private static @Nullable RegionMetadata metadata(String code) {
    if (code.isEmpty() || code.endsWith("-global")) {
      return null;
    }
    return RegionMetadata.of(software.amazon.awssdk.regions.Region.of(code));
  }

  @Override
  public int compareTo(Region other) {
    return code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }
}
