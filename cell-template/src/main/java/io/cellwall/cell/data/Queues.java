package io.cellwall.cell.data;

import com.pulumi.aws.sqs.Queue;
import com.pulumi.aws.sqs.QueueArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The cell's queues, as their plan says. Both are protected: messages are data. */
final class Queues extends ComponentResource {

  /** The longest wait that SQS offers, in seconds: fewer empty answers. */
  private static final int LONG_POLL = 20;

  private static final JsonMapper JSON = new JsonMapper();

  Queues(QueuePlan plan, Output<String> dataKeyArn, ComponentResourceOptions options) {
    super("cellwall:cell:Queues", plan.jobs().name(), options);
    Queue dead =
        new Queue(
            plan.dead().name(),
            arguments(plan.dead(), dataKeyArn)
                .redriveAllowPolicy(
                    json(new Allow("byQueue", List.of(plan.jobs().arn().toString()))))
                .build(),
            CustomResourceOptions.builder().parent(this).protect(true).build());
    new Queue(
        plan.jobs().name(),
        arguments(plan.jobs(), dataKeyArn)
            .redrivePolicy(json(new Redrive(plan.dead().arn().toString(), plan.mostReceives())))
            .build(),
        CustomResourceOptions.builder().parent(this).protect(true).dependsOn(dead).build());
    registerOutputs(Map.of());
  }

  private static QueueArgs.Builder arguments(QueuePlan.Queue queue, Output<String> dataKeyArn) {
    return QueueArgs.builder()
        .name(queue.name())
        .kmsMasterKeyId(dataKeyArn)
        .kmsDataKeyReusePeriodSeconds(300)
        .messageRetentionSeconds(queue.retentionSeconds())
        .visibilityTimeoutSeconds(queue.visibilitySeconds())
        .receiveWaitTimeSeconds(LONG_POLL)
        .policy(queue.policy().json())
        .tags(Map.of("Name", queue.name()));
  }

  private static String json(Object policy) {
    return JSON.writeValueAsString(policy);
  }

  // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html
  private record Redrive(String deadLetterTargetArn, int maxReceiveCount) {}

  private record Allow(String redrivePermission, List<String> sourceQueueArns) {}
}
