package io.cellwall.cell.observability.rules;

import java.math.BigDecimal;

/**
 * When a cell counts as worse than the others of its zone.
 *
 * @param factor how many times faster than the mean of the others it burns, more than 1
 * @param floor the burn rate below which nothing is wrong, however much better the others are; 1
 *     spends exactly the budget
 * @param leastEventsPerSecond the traffic below which a ratio is chance: of the cell itself, and of
 *     the others, whose mean one failed request of an idle cell would spoil
 */
public record ComparisonLimits(
    BigDecimal factor, BigDecimal floor, BigDecimal leastEventsPerSecond) {

  /** Twice the others, above the budget, from 1 event a second (3,600 in the window). */
  public static final ComparisonLimits DEFAULT =
      new ComparisonLimits(new BigDecimal("2"), new BigDecimal("1"), new BigDecimal("1"));

  public ComparisonLimits {
    if (factor.compareTo(BigDecimal.ONE) <= 0) {
      throw new IllegalArgumentException(
          "factor "
              + factor.toPlainString()
              + " must be more than 1: at 1 half of all healthy cells are worse than the others");
    }
    if (floor.signum() <= 0 || leastEventsPerSecond.signum() <= 0) {
      throw new IllegalArgumentException(
          "floor "
              + floor.toPlainString()
              + " and least events per second "
              + leastEventsPerSecond.toPlainString()
              + " must be more than 0: without them chance raises the alert");
    }
  }
}
