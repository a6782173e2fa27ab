package io.cellwall.edge.region;

import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.aws.sns.Topic;
import com.pulumi.aws.sns.TopicArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;

/** The alarms and the topic that they go to. */
final class RegionAlarms extends ComponentResource {

  RegionAlarms(RegionAlarmsPlan plan, Output<String> logsKeyArn, ComponentResourceOptions options) {
    super("cellwall:edge:RegionAlarms", plan.topic(), options);
    CustomResourceOptions child = CustomResourceOptions.builder().parent(this).build();
    Topic topic =
        new Topic(
            plan.topic(),
            TopicArgs.builder()
                .name(plan.topic())
                .kmsMasterKeyId(logsKeyArn)
                .tags(Map.of("Name", plan.topic()))
                .build(),
            child);
    for (RegionAlarmsPlan.Alarm alarm : plan.alarms()) {
      new MetricAlarm(
          alarm.name(),
          MetricAlarmArgs.builder()
              .name(alarm.name())
              .alarmDescription(alarm.description())
              .namespace(RegionAlarmsPlan.NAMESPACE)
              .metricName(alarm.metric())
              .dimensions(alarm.dimensions())
              .statistic("Average")
              .period(60)
              .evaluationPeriods(3)
              .datapointsToAlarm(3)
              .comparisonOperator(alarm.comparison())
              .threshold(alarm.threshold())
              // Routers that do not count do not work.
              .treatMissingData("breaching")
              .alarmActions(topic.id().applyValue(List::of))
              .tags(Map.of("Name", alarm.name()))
              .build(),
          child);
    }
    registerOutputs(Map.of());
  }
}
