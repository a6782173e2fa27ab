package io.cellwall.cell.install;

import io.cellwall.cell.bundle.CellRegistry;
import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Place;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event that starts the job.
 *
 * @param name the rule's name
 * @param arn the rule's ARN, known before it exists
 * @param description when it starts the job
 * @param pattern the events, as EventBridge takes it
 * @see <a
 *     href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html">Event
 *     patterns</a>
 */
public record TriggerPlan(String name, Arn arn, String description, String pattern) {

  private static final JsonMapper JSON = new JsonMapper();

  /** The events that start the job of a cell. */
  static List<TriggerPlan> of(Place place, String bucket, String key) {
    return List.of(
        trigger(
            place,
            "bundle-changed",
            "Another bundle was written",
            "aws.s3",
            "Object Created",
            Map.of(
                "bucket", Map.of("name", List.of(bucket)), "object", Map.of("key", List.of(key)))),
        // In a new cell the job finds the registry empty; the mirroring job fills it, this last.
        trigger(
            place,
            "chart-arrived",
            "Argo CD was copied into the registry",
            "aws.ecr",
            "ECR Image Action",
            Map.of(
                "action-type",
                List.of("PUSH"),
                "result",
                List.of("SUCCESS"),
                "repository-name",
                List.of(CellRegistry.CHARTS + "argo-cd"))));
  }

  private static TriggerPlan trigger(
      Place place,
      String part,
      String description,
      String source,
      String type,
      Map<String, ?> detail) {
    String name = place.named(part);
    Map<String, Object> pattern = new TreeMap<>();
    pattern.put("account", List.of(place.account().value()));
    pattern.put("detail", new TreeMap<>(detail));
    pattern.put("detail-type", List.of(type));
    pattern.put("source", List.of(source));
    return new TriggerPlan(
        name, place.arn("events", "rule/" + name), description, JSON.writeValueAsString(pattern));
  }
}
