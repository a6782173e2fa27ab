package io.cellwall.regions.model;

import java.util.regex.Pattern;

/**
 * Code of a quota in AWS Service Quotas: {@code L-0263D0A3}. It is the same in every account and
 * region.
 *
 * @param value the code
 * @see <a href="https://docs.aws.amazon.com/general/latest/gr/aws_service_limits.html">Service
 *     endpoints and quotas</a>
 */
public record QuotaCode(String value) implements Comparable<QuotaCode> {

  /** {@code L-} and eight upper-case hexadecimal digits. */
  public static final String SHAPE = "L-[0-9A-F]{8}";

  private static final Pattern PATTERN = Pattern.compile(SHAPE);

  public QuotaCode {
    if (!PATTERN.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "\"" + value + "\" is not a quota code: L- and 8 hexadecimal digits, such as L-0263D0A3");
    }
  }

  /**
   * Reads a quota code.
   *
   * @throws IllegalArgumentException if the text is not one; the message quotes it
   */
  public static QuotaCode parse(String text) {
    return new QuotaCode(text);
  }

  @Override
  public int compareTo(QuotaCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
