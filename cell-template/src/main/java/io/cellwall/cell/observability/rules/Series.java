package io.cellwall.cell.observability.rules;

import io.cellwall.cell.observability.slo.Window;
import java.util.List;

/**
 * Names of the recorded series. Those that start with {@code slo:} have Sloth's names, where Sloth
 * has the series, so dashboards made for it need only other labels.
 */
public final class Series {

  /** The cell's bad events per second. */
  public static final String ERRORS_5M = "slo:sli_error:rate5m";

  /** The cell's events per second. */
  public static final String EVENTS_5M = "slo:sli_total:rate5m";

  /** How many times faster than allowed the budget burns now. */
  public static final String CURRENT_BURN = "slo:current_burn_rate:ratio";

  /** How many times the budget of the period has been used: 1 is all of it. */
  public static final String PERIOD_BURN = "slo:period_burn_rate:ratio";

  /** What is left of the period's budget: 1 is all, below 0 the objective is missed. */
  public static final String BUDGET_LEFT = "slo:period_error_budget_remaining:ratio";

  /** For the zone: how many times faster than allowed the cell's budget burns, over 5 minutes. */
  public static final String CELL_BURN_5M = "cell:slo_burn_rate:ratio_rate5m";

  /** For the zone: the same over 1 hour. */
  public static final String CELL_BURN_1H = "cell:slo_burn_rate:ratio_rate1h";

  /** For the zone: the cell's events per second over 1 hour. */
  public static final String CELL_EVENTS_1H = "cell:slo_events:rate1h";

  /**
   * All that a zone may know of a cell: three numbers per SLO, with the labels cell, zone, region
   * and slo, and nothing of any tenant.
   */
  public static final List<String> AGGREGATES = List.of(CELL_BURN_5M, CELL_BURN_1H, CELL_EVENTS_1H);

  private Series() {}

  /** The cell's share of bad events over a window. */
  public static String errorRatio(Window window) {
    return "slo:sli_error:ratio_rate" + window;
  }
}
