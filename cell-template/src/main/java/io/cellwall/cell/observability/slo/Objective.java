package io.cellwall.cell.observability.slo;

import java.math.BigDecimal;

/**
 * The share of events that must be good over the period, in percent: {@code 99.9}.
 *
 * <p>At 95 % and more: a budget above 1/14.4 = 6.9 % could never be burnt at the 14.4-fold rate, so
 * the fastest alert would be dead. At 99.999 % and less: a cell would need more requests than it
 * gets for the ratio to mean anything.
 *
 * @param percent 95 to 99.999
 */
public record Objective(BigDecimal percent) {

  private static final BigDecimal LEAST = new BigDecimal("95");
  private static final BigDecimal MOST = new BigDecimal("99.999");

  public Objective {
    if (percent.compareTo(LEAST) < 0 || percent.compareTo(MOST) > 0) {
      throw new IllegalArgumentException(
          percent.toPlainString()
              + " is not an objective: a percentage from 95 to 99.999, so that a 14.4-fold burn of"
              + " its budget is possible and can be measured");
    }
    percent = percent.stripTrailingZeros();
  }

  /**
   * Reads an objective.
   *
   * @throws IllegalArgumentException if the text is not a number from 95 to 99.999
   */
  public static Objective parse(String percent) {
    try {
      return new Objective(new BigDecimal(percent));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "\"" + percent + "\" is not an objective: write a percentage such as 99.9", e);
    }
  }

  /** The objective as a ratio, exact: 0.999. */
  public BigDecimal ratio() {
    return percent.movePointLeft(2).stripTrailingZeros();
  }

  /** The error budget as a ratio, exact: 0.001. */
  public BigDecimal budget() {
    return BigDecimal.ONE.subtract(ratio()).stripTrailingZeros();
  }

  @Override
  public String toString() {
    return percent.toPlainString() + "%";
  }
}
