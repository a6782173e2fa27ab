package io.cellwall.fleet.change.danger;

import io.cellwall.fleet.change.Action;
import io.cellwall.fleet.graph.StatefulTypes;
import io.cellwall.regions.finding.Finding;
import java.util.List;

/** A resource that holds data, keys or names is replaced by an empty one, or may be. */
final class StatefulReplaced implements DangerRule {

  @Override
  public String reason() {
    return "What it holds does not move to the new one: copy it first, or change what replaces it"
        + " back.";
  }

  @Override
  public List<Finding> inStack(StackDelta delta) {
    return delta
        .resources()
        .filter(
            each ->
                (each.action() == Action.REPLACE || each.action() == Action.MAY_REPLACE)
                    && StatefulTypes.has(each.type()))
        .map(
            each ->
                danger(
                    each.urn(),
                    "%s %s: %s"
                        .formatted(
                            each.shown(),
                            each.action() == Action.REPLACE ? "is replaced" : "may be replaced",
                            String.join("; ", each.reasons())),
                    List.of()))
        .toList();
  }
}
