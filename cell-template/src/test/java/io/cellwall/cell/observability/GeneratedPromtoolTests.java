package io.cellwall.cell.observability;

import io.cellwall.cell.observability.rules.BurnWindows;
import io.cellwall.cell.observability.rules.Series;
import io.cellwall.cell.observability.rules.Severity;
import io.cellwall.cell.observability.slo.SeriesLabels;
import io.cellwall.cell.observability.slo.Slo;
import io.cellwall.cell.observability.slo.Window;
import io.cellwall.regions.model.CellName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;

/** Tables of cases, too long to write by hand, as promtool's unit tests. */
@NullMarked
final class GeneratedPromtoolTests {

  private static final BigDecimal ABOVE = new BigDecimal("1.01");
  private static final BigDecimal BELOW = new BigDecimal("0.99");

  private GeneratedPromtoolTests() {}

  /** Each pair of windows: both above its limit, only the short one, only the long one. */
  static String burnWindows(Slo slo, SeriesLabels labels) {
    List<Object> tests = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      for (BurnWindows windows : BurnWindows.of(severity)) {
        for (List<BigDecimal> burn :
            List.of(List.of(ABOVE, ABOVE), List.of(ABOVE, BELOW), List.of(BELOW, ABOVE))) {
          boolean fires = burn.equals(List.of(ABOVE, ABOVE));
          BigDecimal limit = windows.factor().multiply(slo.objective().budget());
          List<Object> input = new ArrayList<>();
          for (Window window : Window.values()) {
            BigDecimal value =
                window == windows.shortWindow()
                    ? limit.multiply(burn.get(0))
                    : window == windows.longWindow()
                        ? limit.multiply(burn.get(1))
                        : BigDecimal.ZERO;
            input.add(series(labels.of(Series.errorRatio(window), slo.name()).toString(), value));
          }
          tests.add(
              test(
                  windows + " " + burn,
                  input,
                  "count by (severity) (ALERTS{alertname=~\"CellBurns.*\"})",
                  fires ? Map.of("{severity=\"" + severity + "\"}", 1) : Map.of()));
        }
      }
    }
    return file("burn-alerts.yaml", tests);
  }

  /** Of n cells k burn at the same rate: exactly one of the two alerts, from n = 2 on. */
  static String cellsBurning(int mostCells) {
    List<Object> tests = new ArrayList<>();
    for (int n = 1; n <= mostCells; n++) {
      for (int k = 0; k <= n; k++) {
        List<Object> input = new ArrayList<>();
        for (int number = 1; number <= mostCells; number++) {
          SeriesLabels labels =
              new SeriesLabels(
                  CellName.parse("eu-west-1-cell-%02d".formatted(number)), ExampleCell.EU);
          BigDecimal burn = number <= k ? BigDecimal.valueOf(3) : BigDecimal.ZERO;
          // The cells beyond n report, and have no traffic.
          BigDecimal events = number <= n ? BigDecimal.TEN : BigDecimal.ZERO;
          var slo = ExampleCell.availability().name();
          input.add(series(labels.of(Series.CELL_BURN_1H, slo).toString(), burn));
          input.add(series(labels.of(Series.CELL_BURN_5M, slo).toString(), burn));
          input.add(series(labels.of(Series.CELL_EVENTS_1H, slo).toString(), events));
        }
        Map<String, Object> firing = new LinkedHashMap<>();
        if (n > 1 && k > 0) {
          if (2 * k <= n) {
            firing.put("{alertname=\"CellBurnsFasterThanOthers\"}", k);
          } else {
            firing.put("{alertname=\"CellsOfZoneBurnTogether\"}", 1);
          }
        }
        tests.add(
            test(
                k + " of " + n,
                input,
                "count by (alertname) (ALERTS{alertstate=\"firing\"})",
                firing));
      }
    }
    return file("six-comparison.yaml", tests);
  }

  private static Map<String, Object> series(String series, BigDecimal value) {
    return Map.of("series", series, "values", value.toPlainString() + "x20");
  }

  private static Map<String, Object> test(
      String name, List<Object> input, String expression, Map<String, ?> samples) {
    List<Object> expected = new ArrayList<>();
    samples.forEach((labels, value) -> expected.add(Map.of("labels", labels, "value", value)));
    Map<String, Object> test = new LinkedHashMap<>();
    test.put("name", name);
    test.put("interval", "1m");
    test.put("input_series", input);
    test.put(
        "promql_expr_test",
        List.of(Map.of("expr", expression, "eval_time", "15m", "exp_samples", expected)));
    return test;
  }

  private static String file(String rules, List<Object> tests) {
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("rule_files", List.of(rules));
    file.put("evaluation_interval", "1m");
    file.put("tests", tests);
    return new Dump(DumpSettings.builder().build()).dumpToString(file);
  }
}
