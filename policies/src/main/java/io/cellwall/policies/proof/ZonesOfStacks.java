package io.cellwall.policies.proof;

import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.StackName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The stacks that a fleet is to have, and the zone of each. */
final class ZonesOfStacks {

  private final Map<String, Optional<String>> zones = new LinkedHashMap<>();

  ZonesOfStacks(Inventory inventory) {
    inventory.cells().values().stream()
        .filter(cell -> cell.state().hasStack())
        .forEach(cell -> zones.put(cell.name().toString(), Optional.of(cell.zone().value())));
    inventory
        .zones()
        .values()
        .forEach(
            zone -> {
              Optional<String> name = Optional.of(zone.name().value());
              zones.put(new StackName.OfZoneEdge(zone.name()).value(), name);
              zone.edges()
                  .keySet()
                  .forEach(region -> zones.put(new StackName.OfRegionEdge(region).value(), name));
            });
    zones.put(new StackName.OfGlobalEdge().value(), Optional.empty());
  }

  Optional<String> of(String stack) {
    return zones.getOrDefault(stack, Optional.empty());
  }

  int count() {
    return zones.size();
  }
}
