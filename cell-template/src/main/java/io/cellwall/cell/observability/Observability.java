package io.cellwall.cell.observability;

import com.pulumi.aws.cloudwatch.Dashboard;
import com.pulumi.aws.cloudwatch.DashboardArgs;
import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.aws.sns.Topic;
import com.pulumi.aws.sns.TopicArgs;
import com.pulumi.aws.ssm.Parameter;
import com.pulumi.aws.ssm.ParameterArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import io.cellwall.cell.compute.Compute;
import io.cellwall.cell.logs.LogGroups;
import io.cellwall.cell.logs.LogSource;
import io.cellwall.cell.network.Network;
import java.util.Map;
import java.util.Optional;

/** How the cell is watched, as its plan says. */
public final class Observability extends ComponentResource {

  private final ObservabilityPlan plan;
  private final Topic topic;
  private final Optional<Workspace> workspace;

  /**
   * Makes workspace, topic, dashboards and alarms.
   *
   * @param name the component's name
   * @param logsKeyArn the key of what the cell says of itself
   * @param loadBalancer how CloudWatch names the application load balancer
   */
  public Observability(
      String name,
      ObservabilityPlan plan,
      Network network,
      Output<String> logsKeyArn,
      LogGroups logs,
      Compute compute,
      Output<String> loadBalancer,
      ComponentResourceOptions options) {
    super("cellwall:cell:Observability", name, options);
    this.plan = plan;
    topic = topic(logsKeyArn);
    workspace =
        plan.workspace()
            .map(
                metrics ->
                    new Workspace(
                        metrics,
                        network,
                        logsKeyArn,
                        topic,
                        logs.ready(LogSource.METRICS),
                        compute.ready(),
                        ComponentResourceOptions.builder().parent(this).build()));
    dashboards(plan.dashboards(), loadBalancer);
    plan.alarms().forEach(this::alarm);
    registerOutputs(Map.of());
  }

  /** Where the metrics workspace is queried, if there is one. */
  public Optional<Output<String>> metricsEndpoint() {
    return workspace.map(Workspace::endpoint);
  }

  /** The topic of alerts. */
  public Topic topic() {
    return topic;
  }

  private Topic topic(Output<String> logsKeyArn) {
    return new Topic(
        plan.topic().name(),
        TopicArgs.builder()
            .name(plan.topic().name())
            .kmsMasterKeyId(logsKeyArn)
            .policy(plan.topic().policy().json())
            .tags(Map.of("Name", plan.topic().name()))
            .build(),
        CustomResourceOptions.builder().parent(this).build());
  }

  private void dashboards(DashboardsPlan dashboards, Output<String> loadBalancer) {
    new Dashboard(
        dashboards.name() + "-dashboard",
        DashboardArgs.builder()
            .dashboardName(dashboards.name())
            .dashboardBody(loadBalancer.applyValue(dashboards::cloudWatch))
            .build(),
        CustomResourceOptions.builder().parent(this).build());
    new Parameter(
        dashboards.grafanaResource(),
        ParameterArgs.builder()
            .name(dashboards.grafanaParameter())
            .description("Grafana dashboard of the cell, as JSON")
            .type("String")
            .tier("Advanced")
            .value(dashboards.grafana())
            .tags(Map.of("Name", dashboards.grafanaResource()))
            .build(),
        CustomResourceOptions.builder().parent(this).build());
  }

  private void alarm(AlarmPlan alarm) {
    new MetricAlarm(
        alarm.name(),
        MetricAlarmArgs.builder()
            .name(alarm.name())
            .alarmDescription(alarm.description())
            .namespace(alarm.namespace())
            .metricName(alarm.metric())
            .dimensions(alarm.dimensions())
            .statistic(alarm.statistic())
            .comparisonOperator("GreaterThanThreshold")
            .threshold(alarm.above())
            .period(alarm.periodSeconds())
            .evaluationPeriods(alarm.periods())
            .treatMissingData("notBreaching")
            .alarmActions(plan.topic().arn().toString())
            .okActions(plan.topic().arn().toString())
            .tags(Map.of("Name", alarm.name()))
            .build(),
        CustomResourceOptions.builder().parent(this).dependsOn(topic).build());
  }
}
