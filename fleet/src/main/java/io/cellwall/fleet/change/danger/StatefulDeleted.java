package io.cellwall.fleet.change.danger;

import io.cellwall.fleet.change.Action;
import io.cellwall.fleet.change.ResourceChange;
import io.cellwall.fleet.graph.StatefulTypes;
import io.cellwall.regions.finding.Finding;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A resource that holds data, keys or names is deleted. */
final class StatefulDeleted implements DangerRule {

  @Override
  public String reason() {
    return "What it holds is gone with it: copy it first, or keep the resource.";
  }

  @Override
  public List<Finding> inStack(StackDelta delta) {
    List<ResourceChange> deleted =
        delta
            .resources()
            .filter(each -> each.action() == Action.DELETE && StatefulTypes.has(each.type()))
            .toList();
    if (delta.goes() && !deleted.isEmpty()) {
      return List.of(
          danger(delta.change().stack(), "the stack goes, with " + counted(deleted), List.of()));
    }
    return deleted.stream()
        .map(each -> danger(each.urn(), each.shown() + " is deleted", List.of()))
        .toList();
  }

  private static String counted(List<ResourceChange> resources) {
    return resources.stream()
        .collect(
            Collectors.groupingBy(ResourceChange::shortType, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(each -> each.getValue() + " " + each.getKey())
        .collect(Collectors.joining(", "));
  }
}
