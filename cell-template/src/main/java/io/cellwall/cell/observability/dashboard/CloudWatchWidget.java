package io.cellwall.cell.observability.dashboard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A widget of a CloudWatch dashboard
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html).
 *
 * @param type {@code text} or {@code metric}
 * @param x column in a grid of 24
 * @param y row
 * @param width columns
 * @param height rows
 * @param properties what it shows
 */
record CloudWatchWidget(
    String type, int x, int y, int width, int height, Map<String, Object> properties) {

  private static final int PANEL_WIDTH = 12;
  private static final int PANEL_HEIGHT = 6;
  private static final int HEADER_HEIGHT = 2;

  /** One line of a graph: a metric that is shown or only counted with, or an expression. */
  sealed interface Line {
    List<Object> asJson();
  }

  /**
   * A metric of AWS.
   *
   * @param id name in expressions
   * @param namespace such as {@code AWS/RDS}
   * @param metric its name
   * @param dimension name and value
   * @param stat such as {@code Sum} or {@code p99}
   * @param label legend; empty for a metric that only an expression uses
   */
  record Metric(
      String id,
      String namespace,
      String metric,
      Map.Entry<String, String> dimension,
      String stat,
      String label)
      implements Line {

    @Override
    public List<Object> asJson() {
      Map<String, Object> options = new LinkedHashMap<>();
      options.put("id", id);
      options.put("stat", stat);
      if (label.isEmpty()) {
        options.put("visible", false);
      } else {
        options.put("label", label);
      }
      return List.of(namespace, metric, dimension.getKey(), dimension.getValue(), options);
    }
  }

  /**
   * Metric math.
   *
   * @param expression over the ids of metrics
   * @param label legend
   */
  record Expression(String expression, String label) implements Line {

    @Override
    public List<Object> asJson() {
      Map<String, Object> options = new LinkedHashMap<>();
      options.put("expression", expression);
      options.put("label", label);
      return List.of(options);
    }
  }

  static CloudWatchWidget header(String markdown) {
    return new CloudWatchWidget("text", 0, 0, 24, HEADER_HEIGHT, Map.of("markdown", markdown));
  }

  /**
   * A graph or a number in the grid of panels.
   *
   * @param extra further properties, such as {@code period}
   */
  static CloudWatchWidget panel(
      int index, String title, String region, List<? extends Line> lines, Map<String, ?> extra) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("title", title);
    properties.put("region", region);
    properties.put("view", "timeSeries");
    List<Object> metrics = new ArrayList<>();
    lines.forEach(line -> metrics.add(line.asJson()));
    properties.put("metrics", metrics);
    properties.putAll(extra);
    return new CloudWatchWidget(
        "metric",
        index % 2 * PANEL_WIDTH,
        HEADER_HEIGHT + index / 2 * PANEL_HEIGHT,
        PANEL_WIDTH,
        PANEL_HEIGHT,
        properties);
  }
}
