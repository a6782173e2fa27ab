package io.cellwall.cell.observability;

import io.cellwall.cell.observability.dashboard.CellResources;
import io.cellwall.cell.observability.dashboard.CloudWatchDashboard;
import io.cellwall.cell.observability.slo.Objective;
import io.cellwall.cell.observability.slo.SeriesLabels;
import java.nio.charset.StandardCharsets;

/**
 * The cell's dashboards: one in CloudWatch, and one for a Grafana, which the cell does not have, so
 * it is kept where a Grafana of the account can be given it: in a parameter.
 *
 * @param name name of the CloudWatch dashboard
 * @param labels whose they are
 * @param availability the objective for answers without a server error
 * @param database identifier of the database
 * @param queue name of the queue
 * @param grafanaResource name of the parameter's resource
 * @param grafanaParameter name of the parameter
 * @param grafana the Grafana dashboard as JSON
 */
public record DashboardsPlan(
    String name,
    SeriesLabels labels,
    Objective availability,
    String database,
    String queue,
    String grafanaResource,
    String grafanaParameter,
    String grafana) {

  // Advanced parameters:
  // https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html
  private static final int MOST_BYTES = 8_192;

  public DashboardsPlan {
    int bytes = grafana.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MOST_BYTES) {
      throw new IllegalArgumentException(
          "the Grafana dashboard of %s has %d bytes; a parameter takes %d: declare fewer SLOs"
              .formatted(labels.cell(), bytes, MOST_BYTES));
    }
  }

  /**
   * The CloudWatch dashboard's body.
   *
   * @param loadBalancer how CloudWatch names the application load balancer
   */
  String cloudWatch(String loadBalancer) {
    return new CloudWatchDashboard(
            labels, availability, new CellResources(loadBalancer, database, queue))
        .json();
  }
}
