package io.cellwall.fleet.change.danger;

import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.model.CellName;
import java.util.List;
import java.util.Map;

/** A new way out of a stack, or from one cell to another, is declared. */
final class ConnectorAdded implements DangerRule {

  @Override
  public String reason() {
    return "Through it packets, names or data pass the wall: it must be meant, declared in the inventory and reviewed.";
  }

  @Override
  public List<Finding> inStack(StackDelta delta) {
    if (delta.goes()) {
      return List.of();
    }
    Map<String, String> these = ConnectorSet.of(delta.sides().after(), delta.after());
    Map<String, String> others = ConnectorSet.of(delta.sides().before(), delta.before());
    return these.entrySet().stream()
        .filter(each -> !others.containsKey(each.getKey()))
        .map(each -> danger(each.getValue(), "is new: " + each.getKey(), List.of()))
        .toList();
  }

  @Override
  public List<Finding> inFleet(FleetDelta delta) {
    Map<String, CellName> others = ConnectorSet.replications(delta.before());
    return ConnectorSet.replications(delta.after()).entrySet().stream()
        .filter(each -> !others.containsKey(each.getKey()))
        .map(
            each ->
                danger(
                    "inventory",
                    "is new: " + each.getKey(),
                    delta.places().apply("cells/" + each.getValue() + ".yaml")))
        .toList();
  }
}
