package io.cellwall.cell.observability.dashboard;

import io.cellwall.cell.observability.dashboard.GrafanaPanel.Query;
import io.cellwall.cell.observability.dashboard.GrafanaPanel.Step;
import io.cellwall.cell.observability.rules.BurnWindows;
import io.cellwall.cell.observability.rules.CellSignals;
import io.cellwall.cell.observability.rules.Series;
import io.cellwall.cell.observability.slo.SeriesLabels;
import io.cellwall.cell.observability.slo.Slo;
import io.cellwall.cell.observability.slo.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The Grafana dashboard of a cell: how fast its budgets burn, what is left, traffic, errors, time
 * to answer, saturation. It reads recorded series only, by their cell, zone and region.
 *
 * @param labels whose it is
 * @param slos the cell's SLOs
 */
public record GrafanaDashboard(SeriesLabels labels, List<Slo> slos) {

  private static final String TIME_SERIES = "timeseries";
  private static final Step FINE = new Step("green", null);

  // The newest schema that every Grafana from 10 on reads; Grafana migrates it up by itself.
  private static final int SCHEMA_VERSION = 38;

  public GrafanaDashboard {
    slos = List.copyOf(slos);
  }

  /** The dashboard as JSON, ready for Grafana's import or its provisioning folder. */
  public String json() {
    return DashboardJson.of(
        new Body(
            // At most 40 characters; a cell's name has at most 24.
            "cell-" + labels.cell(),
            "Cell " + labels.cell(),
            List.of(
                "cellwall",
                "cell:" + labels.cell(),
                "zone:" + labels.zone(),
                "region:" + labels.region()),
            "utc",
            "1m",
            SCHEMA_VERSION,
            new Range("now-6h", "now"),
            new Templating(
                List.of(new Variable("datasource", "datasource", "prometheus", "Workspace"))),
            panels()));
  }

  private List<GrafanaPanel> panels() {
    List<Step> burn =
        List.of(
            FINE,
            new Step("orange", BurnWindows.TICKET_SLOW.factor().doubleValue()),
            new Step("red", BurnWindows.PAGE_FAST.factor().doubleValue()));
    List<Step> left =
        List.of(new Step("red", null), new Step("orange", 0.0), new Step("green", 0.25));
    List<Step> plain = List.of(FINE);
    List<Step> full = List.of(FINE, new Step("orange", 0.7), new Step("red", 0.9));
    return List.of(
        GrafanaPanel.at(
            0,
            "Burn rate (1 spends the budget in %d days)".formatted(Window.PERIOD_DAYS),
            TIME_SERIES,
            "none",
            burn,
            perSlo(slo -> query(Series.CELL_BURN_1H, slo, " 1h"))),
        GrafanaPanel.at(
            1,
            "Error budget left of %d days".formatted(Window.PERIOD_DAYS),
            "stat",
            "percentunit",
            left,
            perSlo(slo -> query(Series.BUDGET_LEFT, slo, ""))),
        GrafanaPanel.at(
            2,
            "Traffic: answers by class",
            TIME_SERIES,
            "reqps",
            plain,
            List.of(query(CellSignals.RESPONSES, "{{envoy_response_code_class}}xx"))),
        GrafanaPanel.at(
            3,
            "Errors: share of bad requests, 5m",
            TIME_SERIES,
            "percentunit",
            plain,
            perSlo(slo -> query(Series.errorRatio(Window.M5), slo, ""))),
        GrafanaPanel.at(
            4,
            "Latency: time to answer",
            TIME_SERIES,
            "ms",
            plain,
            List.of(query(CellSignals.MILLISECONDS, "{{quantile}}"))),
        GrafanaPanel.at(
            5,
            "Saturation: share of the nodes in use",
            TIME_SERIES,
            "percentunit",
            full,
            List.of(query(CellSignals.CPU_USED, "CPU"), query(CellSignals.MEMORY_USED, "memory"))));
  }

  private List<Query> perSlo(Function<Slo, Query> query) {
    List<Query> queries = new ArrayList<>();
    slos.forEach(slo -> queries.add(query.apply(slo)));
    return queries;
  }

  private Query query(String series, Slo slo, String suffix) {
    return new Query(labels.of(series, slo.name()).toString(), slo.name() + suffix);
  }

  private Query query(String series, String legend) {
    return new Query(labels.of(series).toString(), legend);
  }

  private record Body(
      String uid,
      String title,
      List<String> tags,
      String timezone,
      String refresh,
      int schemaVersion,
      Range time,
      Templating templating,
      List<GrafanaPanel> panels) {}

  private record Range(String from, String to) {}

  private record Templating(List<Variable> list) {}

  private record Variable(String name, String type, String query, String label) {}
}
