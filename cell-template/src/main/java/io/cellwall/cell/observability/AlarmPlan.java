package io.cellwall.cell.observability;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An alarm on a metric of AWS: it works when the cluster does not.
 *
 * @param name the alarm's name
 * @param description what it means, and what to do
 * @param namespace the metric's namespace
 * @param metric the metric
 * @param dimensions whose metric it is
 * @param statistic how samples of a period become one number
 * @param above the number that must not be exceeded
 * @param periodSeconds length of a period
 * @param periods how many in a row
 */
public record AlarmPlan(
    String name,
    String description,
    String namespace,
    String metric,
    SortedMap<String, String> dimensions,
    String statistic,
    double above,
    int periodSeconds,
    int periods) {

  public AlarmPlan {
    dimensions = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(dimensions)));
  }

  /** Messages that nobody could handle are waiting. */
  static AlarmPlan deadLetters(String name, String queue) {
    return new AlarmPlan(
        name,
        "Messages that could not be handled wait in " + queue + ": find the cause, then redrive",
        "AWS/SQS",
        "ApproximateNumberOfMessagesVisible",
        new TreeMap<>(Map.of("QueueName", queue)),
        "Maximum",
        0,
        300,
        1);
  }
}
