package io.cellwall.regions.model;

import java.util.regex.Pattern;

/**
 * Code of a quota in AWS Service Quotas: {@code L-0263D0A3}. It is the same in every account and
 * region. Of limits that AWS raises for nobody it publishes no code; those are known by AWS's name
 * of them: {@code fixed:endpoint-groups-per-accelerator}.
 *
 * @param value the code
 * @see <a href="https://docs.aws.amazon.com/general/latest/gr/aws_service_limits.html">Service
 *     endpoints and quotas</a>
 */
public record QuotaCode(String value) implements Comparable<QuotaCode> {

  /** {@code L-} and eight upper-case hexadecimal digits. */
  public static final String SHAPE = "L-[0-9A-F]{8}";

  private static final Pattern PATTERN = Pattern.compile(SHAPE);
  private static final Pattern FIXED = Pattern.compile("fixed:[a-z0-9]+(?:-[a-z0-9]+)*");

  public QuotaCode {
    if (!PATTERN.matcher(value).matches() && !FIXED.matcher(value).matches()) {
      throw new IllegalArgumentException(problem(value));
    }
  }

  /**
   * Reads the code of a quota that AWS may raise.
   *
   * @throws IllegalArgumentException if the text is not one; the message quotes it
   */
  public static QuotaCode parse(String text) {
    if (!PATTERN.matcher(text).matches()) {
      throw new IllegalArgumentException(problem(text));
    }
    return new QuotaCode(text);
  }

  /** Tells whether AWS raises the quota for nobody, and so has no code for it. */
  public boolean isFixed() {
    return FIXED.matcher(value).matches();
  }

  private static String problem(String text) {
    return "\"" + text + "\" is not a quota code: L- and 8 hexadecimal digits, such as L-0263D0A3";
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
