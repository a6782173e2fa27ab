package io.cellwall.fleet.advise;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The availability that users of a stage can expect, from commitments and assumptions.
 *
 * <p>What a request passes one after the other multiplies. Of two that stand in for each other both
 * must fail; that they fail apart is assumed. Own mistakes reach the share of users that is changed
 * at a time, so they are weighted by it.
 *
 * @param stage the stage
 * @param units how many clusters, regions or cells are changed one at a time
 * @param steps the arithmetic, line by line
 * @param availability the result, from 0 to 1
 */
public record Arithmetic(Stage stage, int units, List<String> steps, double availability) {

  // 365.25 / 12 days.
  private static final double MINUTES = 43_830;

  public Arithmetic {
    steps = List.copyOf(steps);
  }

  /**
   * What is reckoned with.
   *
   * @param units how many clusters, regions or cells are changed one at a time
   * @param standbys whether each cell has a standby in another region
   * @param twoRegions whether every zone has a second region
   */
  record Setup(Stage stage, int units, boolean standbys, boolean twoRegions) {}

  static Arithmetic of(Setup setup, Figures figures, Asker.Assumed assumed) {
    Stage stage = setup.stage();
    int units = setup.units();
    List<String> steps = new ArrayList<>();
    double site =
        stage == Stage.MULTI_CELL
            ? series(steps, "in a cell", figures, "balancer", "balancer", "compute", "database")
            : series(steps, "in the region", figures, "balancer", "compute", "database");
    double path =
        switch (stage) {
          case SINGLE_CLUSTER, MULTI_CLUSTER ->
              site * series(steps, "before it", figures, "route53");
          case MULTI_REGION ->
              parallel(steps, "two regions", site)
                  * series(steps, "before them", figures, "route53", "accelerator");
          case MULTI_CELL -> {
            double cell = setup.standbys() ? parallel(steps, "a cell and its standby", site) : site;
            double oneRegion =
                series(
                    steps,
                    "the routers of a region",
                    figures,
                    "balancer",
                    "compute",
                    "table",
                    "privateLink");
            double routers =
                setup.twoRegions()
                    ? parallel(steps, "routers in two regions", oneRegion)
                    : oneRegion;
            yield cell * routers * series(steps, "before them", figures, "route53", "accelerator");
          }
        };
    double mistakes = assumed.incidents() * assumed.minutes() / MINUTES / units;
    steps.add(
        "own mistakes: %d x %d min of %,.0f min a month, for 1/%d of the users: x %s"
            .formatted(
                assumed.incidents(), assumed.minutes(), MINUTES, units, percent(1 - mistakes)));
    double result = Math.max(0, path * (1 - mistakes));
    steps.add("together: " + percent(result));
    return new Arithmetic(stage, units, steps, result);
  }

  private static double series(List<String> steps, String where, Figures figures, String... keys) {
    double product = 1;
    List<String> parts = new ArrayList<>();
    for (String key : keys) {
      Figures.Service service = figures.service(key);
      product *= service.availability();
      parts.add(service.name() + " " + service.percent() + "%");
    }
    steps.add(
        where
            + ": "
            + String.join(" x ", parts)
            + (parts.size() > 1 ? " = " + percent(product) : ""));
    return product;
  }

  private static double parallel(List<String> steps, String what, double each) {
    double both = 1 - (1 - each) * (1 - each);
    steps.add(what + ": 1 - (1 - " + percent(each) + ")^2 = " + percent(both));
    return both;
  }

  /** A share in percent with four decimals, rounded down: never more than it is. */
  static String percent(double share) {
    return BigDecimal.valueOf(share)
            .multiply(BigDecimal.valueOf(100))
            // What binary fractions add or take away is no part of the figure.
            .setScale(10, RoundingMode.HALF_UP)
            .setScale(4, RoundingMode.FLOOR)
            .stripTrailingZeros()
            .toPlainString()
        + "%";
  }

  /** Minutes of a month without service, for the average user. */
  double minutesLost() {
    return (1 - availability) * MINUTES;
  }
}
