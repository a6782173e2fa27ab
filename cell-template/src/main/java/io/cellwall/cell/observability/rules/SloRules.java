package io.cellwall.cell.observability.rules;

import io.cellwall.cell.observability.slo.SeriesLabels;
import io.cellwall.cell.observability.slo.Slo;
import io.cellwall.cell.observability.slo.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The rules of one SLO of one cell, in the shape Sloth uses: error ratios by window, the state of
 * the budget, alerts on the burn rate over two windows at a time.
 *
 * <p>Other than Sloth: a counter of failures that does not exist yet counts as zero; no events give
 * no ratio instead of 0/0; the budget of the period weighs minutes by their traffic; budgets are
 * exact decimals; and a measurement that is gone is an alert of its own.
 *
 * @param slo the SLO
 * @param labels whose it is
 */
public record SloRules(Slo slo, SeriesLabels labels) {

  /**
   * The groups. Groups run beside each other, so one may see what another recorded the minute
   * before.
   */
  public List<RuleGroup> groups() {
    return List.of(
        new RuleGroup(slo.name() + "-sli", sli()),
        new RuleGroup(slo.name() + "-budget", budget()),
        new RuleGroup(slo.name() + "-alerts", alerts()));
  }

  private List<Rule> sli() {
    List<Rule> rules = new ArrayList<>();
    for (Window window : Window.values()) {
      rules.add(recording(Series.errorRatio(window), slo.sli().ratio(window)));
    }
    rules.add(recording(Series.ERRORS_5M, slo.sli().errors(Window.M5)));
    rules.add(recording(Series.EVENTS_5M, slo.sli().total(Window.M5)));
    rules.add(recording(Series.CELL_EVENTS_1H, slo.sli().total(Window.H1)));
    return rules;
  }

  private List<Rule> budget() {
    String budget = slo.objective().budget().toPlainString();
    String period = Window.PERIOD_DAYS + "d";
    return List.of(
        recording("slo:objective:ratio", vector(slo.objective().ratio().toPlainString())),
        recording("slo:error_budget:ratio", vector(budget)),
        recording("slo:time_period:days", vector(Integer.toString(Window.PERIOD_DAYS))),
        recording(Series.CURRENT_BURN, series(Series.errorRatio(Window.M5)) + " / " + budget),
        recording(
            Series.PERIOD_BURN,
            "sum_over_time(%s[%s])\n/\n(sum_over_time(%s[%s]) > 0)\n/ %s"
                .formatted(
                    series(Series.ERRORS_5M), period, series(Series.EVENTS_5M), period, budget)),
        recording(Series.BUDGET_LEFT, "1 - " + series(Series.PERIOD_BURN)),
        recording(Series.CELL_BURN_5M, series(Series.errorRatio(Window.M5)) + " / " + budget),
        recording(Series.CELL_BURN_1H, series(Series.errorRatio(Window.H1)) + " / " + budget));
  }

  private List<Rule> alerts() {
    return List.of(
        burnAlert(
            Severity.PAGE,
            "CellBurnsBudgetFast",
            "burns its error budget so fast that it will not last the week",
            "If a rollout to this cell is under way, roll it back. Else see what the failing"
                + " requests have in common, and fail over if the cell has a standby."),
        burnAlert(
            Severity.TICKET,
            "CellBurnsBudgetSlowly",
            "burns its error budget faster than 30 days of it allow",
            "Find the cause in working hours, before the budget is gone; hold rollouts to this"
                + " cell until then."),
        missing(),
        silent());
  }

  private Rule burnAlert(Severity severity, String name, String what, String action) {
    String budget = slo.objective().budget().toPlainString();
    String expression =
        BurnWindows.of(severity).stream()
            .map(
                windows -> {
                  String limit = " > (%s * %s)".formatted(windows.factor().toPlainString(), budget);
                  return "(\n  "
                      + series(Series.errorRatio(windows.shortWindow()))
                      + limit
                      + "\n  and\n  "
                      + series(Series.errorRatio(windows.longWindow()))
                      + limit
                      + "\n)";
                })
            .collect(Collectors.joining("\nor\n"));
    return new Rule.Alert(
        name,
        expression,
        "0m",
        severity,
        labels.asMap(slo.name()),
        "%s %s: {{ $value | humanizePercentage }} bad, objective %s. %s"
            .formatted(labels.cell(), what, slo.objective(), slo.promise()),
        action);
  }

  private Rule missing() {
    String expression =
        "absent(%s)\nor\n(\n  %s > 0\n  unless\n  %s\n)"
            .formatted(
                series(Series.EVENTS_5M),
                series(Series.EVENTS_5M),
                series(Series.errorRatio(Window.M5)));
    return new Rule.Alert(
        "CellSloNotMeasured",
        expression,
        "15m",
        Severity.PAGE,
        labels.asMap(slo.name()),
        "%s cannot say whether it keeps %s: its ingress's metrics are missing."
            .formatted(labels.cell(), slo.name()),
        "No other alert of this SLO can fire meanwhile. Check the scraper, then the ingress's pods"
            + " and the names of their metrics.");
  }

  private Rule silent() {
    // A cell that nobody reaches has no errors. Compared with its own day, so that a new or drained
    // cell does not page; 1 event a second, below which a quiet minute is nothing special.
    String expression =
        "%s == 0\nand\navg_over_time(%s[1d]) > 1"
            .formatted(series(Series.EVENTS_5M), series(Series.EVENTS_5M));
    return new Rule.Alert(
        "CellGetsNoRequests",
        expression,
        "5m",
        Severity.PAGE,
        labels.asMap(slo.name()),
        "%s gets no requests though it had more than one a second over the last day."
            .formatted(labels.cell()),
        "Errors are seen before the cell, not in it. Check the endpoint service, the load balancers"
            + " and their certificates, then the routers of the region's edge.");
  }

  private Rule recording(String series, String expression) {
    return new Rule.Recording(series, expression, labels.asMap(slo.name()));
  }

  private String series(String name) {
    return labels.of(name, slo.name()).toString();
  }

  private static String vector(String number) {
    return "vector(" + number + ")";
  }
}
