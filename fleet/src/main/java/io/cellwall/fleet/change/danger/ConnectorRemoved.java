package io.cellwall.fleet.change.danger;

import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.model.CellName;
import java.util.List;
import java.util.Map;

/** A way out of a stack, or from one cell to another, is taken away. */
final class ConnectorRemoved implements DangerRule {

  @Override
  public String reason() {
    return "Whoever comes or goes through it no longer does: see that nobody needs it.";
  }

  @Override
  public List<Finding> inStack(StackDelta delta) {
    if (delta.goes()) {
      return List.of();
    }
    Map<String, String> these = ConnectorSet.of(delta.sides().before(), delta.before());
    Map<String, String> others = ConnectorSet.of(delta.sides().after(), delta.after());
    return these.entrySet().stream()
        .filter(each -> !others.containsKey(each.getKey()))
        .map(each -> danger(each.getValue(), "is gone: " + each.getKey(), List.of()))
        .toList();
  }

  @Override
  public List<Finding> inFleet(FleetDelta delta) {
    Map<String, CellName> others = ConnectorSet.replications(delta.after());
    return ConnectorSet.replications(delta.before()).entrySet().stream()
        .filter(each -> !others.containsKey(each.getKey()))
        .map(
            each ->
                danger(
                    "inventory",
                    "is gone: " + each.getKey(),
                    delta.places().apply("cells/" + each.getValue() + ".yaml")))
        .toList();
  }
}
