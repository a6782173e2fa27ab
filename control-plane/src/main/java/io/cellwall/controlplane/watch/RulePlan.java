package io.cellwall.controlplane.watch;

import java.util.Map;

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
    pattern = Map.copyOf(pattern);
  }
}
