package io.cellwall.fleet.change;

import io.cellwall.policies.graph.ResourceGraph;
import java.util.List;
import java.util.Optional;

/**
 * One stack as it was and as it becomes.
 *
 * @param stack its name
 * @param zone its residency zone, or {@code global}
 * @param region its region
 * @param exists on which side it is
 * @param before its graph as it was; may be left out where it is on both sides and the same
 * @param after its graph as it becomes; may be left out likewise
 */
public record StackSides(
    String stack,
    String zone,
    String region,
    Exists exists,
    Optional<ResourceGraph> before,
    Optional<ResourceGraph> after) {

  /** Names of those that are new. */
  public static List<String> created(List<StackSides> stacks) {
    return stacks.stream()
        .filter(each -> each.exists() == Exists.AFTER)
        .map(StackSides::stack)
        .toList();
  }

  /** On which side a stack is. */
  public enum Exists {
    BEFORE,
    AFTER,
    BOTH
  }
}
