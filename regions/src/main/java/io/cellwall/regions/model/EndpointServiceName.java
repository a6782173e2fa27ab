package io.cellwall.regions.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name of a PrivateLink endpoint service: {@code
 * com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0}.
 *
 * @param value the name
 * @param region the region that the service is in
 */
public record EndpointServiceName(String value, Region region) {

  /** The partition's prefix, the region, {@code vpce-svc-} and 17 hexadecimal digits. */
  public static final String SHAPE =
      "(?:cn\\.)?com\\.amazonaws\\.vpce\\.([a-z0-9-]+)\\.vpce-svc-[0-9a-f]{17}";

  private static final Pattern PATTERN = Pattern.compile(SHAPE);

  /**
   * Reads the name of an endpoint service.
   *
   * @throws IllegalArgumentException if the text is not one, or its region does not exist
   */
  public static EndpointServiceName parse(String text) {
    Matcher matcher = PATTERN.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "\""
              + text
              + "\" is not an endpoint service: com.amazonaws.vpce.<region>.vpce-svc-<17 digits>");
    }
    return new EndpointServiceName(text, Region.parse(matcher.group(1)));
  }

  @Override
  public String toString() {
    return value;
  }
}
