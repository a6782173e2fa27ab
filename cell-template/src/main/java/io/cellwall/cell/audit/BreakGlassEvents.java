package io.cellwall.cell.audit;

import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Place;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The events that say that somebody uses the role for emergencies: it is taken, or a session of it
 * calls AWS. Whoever takes it at another region's STS is seen at the first call, a read included.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html">Operators
 *     in event patterns</a>
 */
final class BreakGlassEvents {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private BreakGlassEvents() {}

  static String pattern(Place place, Arn role) {
    List<String> arn = List.of(role.toString());
    Map<String, Object> taken =
        Map.of(
            "eventName", List.of("AssumeRole"),
            "eventSource", List.of("sts.amazonaws.com"),
            "requestParameters", Map.of("roleArn", arn));
    Map<String, Object> used =
        Map.of(
            "userIdentity", Map.of("sessionContext", Map.of("sessionIssuer", Map.of("arn", arn))));
    Map<String, Object> pattern = new TreeMap<>();
    pattern.put("account", List.of(place.account().value()));
    pattern.put("detail-type", List.of("AWS API Call via CloudTrail"));
    pattern.put("$or", List.of(Map.of("detail", taken), Map.of("detail", used)));
    return JSON.writeValueAsString(pattern);
  }
}
