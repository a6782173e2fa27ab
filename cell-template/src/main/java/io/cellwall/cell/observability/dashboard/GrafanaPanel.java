package io.cellwall.cell.observability.dashboard;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A Grafana panel, half a row wide
 * (https://grafana.com/docs/grafana/latest/dashboards/build-dashboards/view-dashboard-json-model/).
 *
 * @param id unique in its dashboard, from 1 up
 * @param title what it shows
 * @param type {@code timeseries} or {@code stat}
 * @param datasource the dashboard's data source variable
 * @param gridPos where it is, in a grid of 24 columns
 * @param fieldConfig unit and thresholds
 * @param targets what it queries
 */
record GrafanaPanel(
    int id,
    String title,
    String type,
    Map<String, String> datasource,
    Position gridPos,
    FieldConfig fieldConfig,
    List<Target> targets) {

  static final Map<String, String> DATASOURCE =
      Collections.unmodifiableMap(
          new TreeMap<>(Map.of("type", "prometheus", "uid", "${datasource}")));

  private static final int WIDTH = 12;
  private static final int HEIGHT = 8;

  record Position(int h, int w, int x, int y) {}

  record FieldConfig(Defaults defaults, List<String> overrides) {}

  record Defaults(String unit, Thresholds thresholds) {}

  record Thresholds(String mode, List<Step> steps) {}

  /** Grafana's first step has a null value: from minus infinity. */
  record Step(String color, @Nullable Double value) {}

  record Target(String refId, String expr, String legendFormat) {}

  /** One query and how its series are named. */
  record Query(String expression, String legend) {}

  static GrafanaPanel at(
      int index, String title, String type, String unit, List<Step> steps, List<Query> queries) {
    List<Target> targets = new ArrayList<>();
    for (int i = 0; i < queries.size(); i++) {
      targets.add(
          new Target(
              Character.toString('A' + i), queries.get(i).expression(), queries.get(i).legend()));
    }
    return new GrafanaPanel(
        index + 1,
        title,
        type,
        DATASOURCE,
        new Position(HEIGHT, WIDTH, index % 2 * WIDTH, index / 2 * HEIGHT),
        new FieldConfig(new Defaults(unit, new Thresholds("absolute", steps)), List.of()),
        List.copyOf(targets));
  }
}
