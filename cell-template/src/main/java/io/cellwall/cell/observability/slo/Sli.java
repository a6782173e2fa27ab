package io.cellwall.cell.observability.slo;

/**
 * How bad events and all events are counted, per second over a window.
 *
 * <p>The two kinds differ in what a missing series means. A counter of failures may not exist until
 * the first failure, so its absence is zero. The counter of good events always exists where there
 * are events, so its absence is a fault of the measurement and must not read as "all is well".
 */
public sealed interface Sli {

  /** Bad events per second: PromQL that is 0 where there are events and no bad ones. */
  String errors(Window window);

  /** All events per second. */
  String total(Window window);

  /** The share of bad events; no value where there are no events, since 0/0 says nothing. */
  default String ratio(Window window) {
    return errors(window) + "\n/\n(" + total(window) + " > 0)";
  }

  /**
   * Failures are counted.
   *
   * @param failures bad events
   * @param all all events, bad ones too
   */
  record Failures(Query failures, Query all) implements Sli {

    @Override
    public String errors(Window window) {
      // No failure yet, no series: 0 * total is a zero that exists as long as there are events.
      return "(" + failures.over(window) + " or 0 * " + all.over(window) + ")";
    }

    @Override
    public String total(Window window) {
      return all.over(window);
    }
  }

  /**
   * Good events are counted, as of a histogram's bucket.
   *
   * @param good good events
   * @param all all events, good ones too
   */
  record Good(Query good, Query all) implements Sli {

    @Override
    public String errors(Window window) {
      // Two rates are extrapolated apart, so the difference can fall a little below zero.
      return "clamp_min(" + all.over(window) + " - " + good.over(window) + ", 0)";
    }

    @Override
    public String total(Window window) {
      return all.over(window);
    }
  }
}
