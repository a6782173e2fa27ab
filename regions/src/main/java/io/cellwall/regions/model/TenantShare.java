package io.cellwall.regions.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * A share of the fleet's users, in percent: {@code 10%}, {@code 7.5%}.
 *
 * @param percent 0 to 100
 */
public record TenantShare(BigDecimal percent) implements Comparable<TenantShare> {

  /** A number from 0 to 100 with at most two decimals, then the percent sign. */
  public static final String SHAPE = "(?:100(?:\\.0{1,2})?|[0-9]{1,2}(?:\\.[0-9]{1,2})?)%";

  private static final Pattern PATTERN = Pattern.compile(SHAPE);

  public TenantShare {
    if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
      throw new IllegalArgumentException(percent + "% is not a share: 0% to 100%");
    }
    percent = percent.stripTrailingZeros();
  }

  /**
   * Reads a share.
   *
   * @throws IllegalArgumentException if the text is not a percentage from 0% to 100%
   */
  public static TenantShare parse(String text) {
    if (!PATTERN.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not a share: write a percentage such as 10%");
    }
    return new TenantShare(new BigDecimal(text.substring(0, text.length() - 1)));
  }

  /**
   * The share that some users are of all.
   *
   * @param users 0 to {@code all}
   * @param all all users; where there are none, the share is 0%
   */
  public static TenantShare of(long users, long all) {
    if (all == 0) {
      return new TenantShare(BigDecimal.ZERO);
    }
    // Eight digits, so that a share just above a limit is not rounded down to the limit.
    return new TenantShare(
        BigDecimal.valueOf(users)
            .multiply(BigDecimal.valueOf(100))
            .divide(BigDecimal.valueOf(all), 8, RoundingMode.HALF_UP));
  }

  /** The number of users that this share of all users is, rounded down. */
  public long usersOf(long all) {
    return percent
        .multiply(BigDecimal.valueOf(all))
        .divide(BigDecimal.valueOf(100), 0, RoundingMode.FLOOR)
        .longValueExact();
  }

  @Override
  public int compareTo(TenantShare other) {
    return percent.compareTo(other.percent);
  }

  /** Rounded up to two decimals, so that what exceeds a limit never reads as the limit itself. */
  @Override
  public String toString() {
    return percent.setScale(2, RoundingMode.CEILING).stripTrailingZeros().toPlainString() + "%";
  }
}
