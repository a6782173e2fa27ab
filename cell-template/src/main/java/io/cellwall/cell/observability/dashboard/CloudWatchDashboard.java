package io.cellwall.cell.observability.dashboard;

import io.cellwall.cell.observability.dashboard.CloudWatchWidget.Expression;
import io.cellwall.cell.observability.dashboard.CloudWatchWidget.Line;
import io.cellwall.cell.observability.dashboard.CloudWatchWidget.Metric;
import io.cellwall.cell.observability.rules.BurnWindows;
import io.cellwall.cell.observability.slo.Objective;
import io.cellwall.cell.observability.slo.SeriesLabels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The CloudWatch dashboard of a cell, from AWS's own metrics: it still works when the cluster, its
 * scraper or the Prometheus workspace does not. Its numbers are those of the load balancer in front
 * of the ingress, so they differ a little from those that alerts are raised on.
 *
 * <p>Metrics:
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html,
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.AuroraMonitoring.Metrics.html,
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html.
 *
 * @param labels whose it is
 * @param availability the objective for answers without a server error
 * @param resources what CloudWatch calls the cell's resources
 */
public record CloudWatchDashboard(
    SeriesLabels labels, Objective availability, CellResources resources) {

  /** The dashboard's body as JSON. */
  public String json() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("start", "-PT6H");
    body.put("periodOverride", "inherit");
    body.put(
        "widgets",
        List.of(
            CloudWatchWidget.header(
                "# %s\nzone %s, region %s"
                    .formatted(labels.cell(), labels.zone(), labels.region())),
            burn(),
            budgetLeft(),
            traffic(),
            errors(),
            latency(),
            saturation()));
    return DashboardJson.of(body);
  }

  private CloudWatchWidget burn() {
    return panel(
        0,
        "Burn rate, 1 h (1 spends the budget in 30 days)",
        failures("(" + BAD + ") / requests / " + budget(), "requests-availability"),
        Map.of(
            "period",
            3600,
            "annotations",
            Map.of(
                "horizontal",
                List.of(
                    line("page", BurnWindows.PAGE_FAST),
                    line("budget", BurnWindows.TICKET_SLOW)))));
  }

  private CloudWatchWidget budgetLeft() {
    Map<String, Object> overThePeriod = new LinkedHashMap<>();
    overThePeriod.put("view", "singleValue");
    overThePeriod.put("setPeriodToTimeRange", true);
    overThePeriod.put("start", "-P30D");
    overThePeriod.put("end", "P0D");
    return panel(
        1,
        "Error budget left of 30 days (1 is all)",
        failures("1 - (" + BAD + ") / requests / " + budget(), "requests-availability"),
        overThePeriod);
  }

  private CloudWatchWidget traffic() {
    return panel(
        2,
        "Traffic: requests",
        List.of(ofLoadBalancer("requests", "RequestCount", "Sum", "requests")),
        Map.of("period", 60));
  }

  private CloudWatchWidget errors() {
    return panel(
        3,
        "Errors: server errors by who answered",
        List.of(
            ofLoadBalancer("target", "HTTPCode_Target_5XX_Count", "Sum", "ingress"),
            ofLoadBalancer("balancer", "HTTPCode_ELB_5XX_Count", "Sum", "load balancer")),
        Map.of("period", 60));
  }

  private CloudWatchWidget latency() {
    return panel(
        4,
        "Latency: time to answer in seconds",
        List.of(
            ofLoadBalancer("p50", "TargetResponseTime", "p50", "p50"),
            ofLoadBalancer("p95", "TargetResponseTime", "p95", "p95"),
            ofLoadBalancer("p99", "TargetResponseTime", "p99", "p99")),
        Map.of("period", 60));
  }

  private CloudWatchWidget saturation() {
    Map.Entry<String, String> database =
        Map.entry("DBClusterIdentifier", resources.databaseCluster());
    Map.Entry<String, String> queue = Map.entry("QueueName", resources.queue());
    return panel(
        5,
        "Saturation",
        List.of(
            new Metric(
                "cpu", "AWS/RDS", "CPUUtilization", database, "Maximum", "database CPU, percent"),
            new Metric(
                "age",
                "AWS/SQS",
                "ApproximateAgeOfOldestMessage",
                queue,
                "Maximum",
                "oldest message, seconds"),
            ofLoadBalancer("rejected", "RejectedConnectionCount", "Sum", "connections rejected")),
        Map.of("period", 60));
  }

  // No errors, no data points: FILL makes them zero, or a cell without errors had no burn rate.
  private static final String BAD = "FILL(target, 0) + FILL(balancer, 0)";

  private List<Line> failures(String expression, String label) {
    return List.of(
        new Expression(expression, label),
        ofLoadBalancer("requests", "RequestCount", "Sum", ""),
        ofLoadBalancer("target", "HTTPCode_Target_5XX_Count", "Sum", ""),
        ofLoadBalancer("balancer", "HTTPCode_ELB_5XX_Count", "Sum", ""));
  }

  private Metric ofLoadBalancer(String id, String metric, String stat, String label) {
    return new Metric(
        id,
        "AWS/ApplicationELB",
        metric,
        Map.entry("LoadBalancer", resources.loadBalancer()),
        stat,
        label);
  }

  private CloudWatchWidget panel(
      int index, String title, List<? extends Line> lines, Map<String, ?> extra) {
    return CloudWatchWidget.panel(index, title, labels.region().code(), lines, sorted(extra));
  }

  // Map.of has no order, and the text must not change from run to run.
  private static Map<String, ?> sorted(Map<String, ?> map) {
    return map instanceof LinkedHashMap ? map : new TreeMap<>(map);
  }

  private static Map<String, Object> line(String label, BurnWindows windows) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("label", label);
    line.put("value", windows.factor());
    return line;
  }

  private String budget() {
    return availability.budget().toPlainString();
  }
}
