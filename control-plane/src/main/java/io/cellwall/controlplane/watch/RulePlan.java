package io.cellwall.controlplane.watch;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Events that the topic is told of.
 *
 * @param name the rule's name
 * @param description what happened
 * @param pattern the events, as EventBridge takes them
 * @param readsToo whether calls that only read are told too
 */
public record RulePlan(
    String name, String description, Map<String, Object> pattern, boolean readsToo) {

  public RulePlan {
    pattern = sorted(pattern);
  }

  // A template says the same things in the same order each time.
  private static SortedMap<String, Object> sorted(Map<?, ?> map) {
    SortedMap<String, Object> sorted = new TreeMap<>();
    map.forEach((key, value) -> sorted.put(key.toString(), sorted(value)));
    return Collections.unmodifiableSortedMap(sorted);
  }

  private static Object sorted(Object value) {
    if (value instanceof Map<?, ?> map) {
      return sorted(map);
    }
    return value instanceof List<?> list ? list.stream().map(RulePlan::sorted).toList() : value;
  }
}
