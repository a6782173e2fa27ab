package io.cellwall.fleet.preview;

import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.model.StandbyPair;
import java.time.Duration;
import java.util.List;

/**
 * What a preview says of all chosen stacks.
 *
 * @param stacks in the order of the fleet
 * @param connectors the pairs between whose cells the inventory lets data cross
 * @param inventoryFindings what the inventory's rules warn of
 * @param time what the whole run took
 */
record FleetPreview(
    List<StackPreview> stacks,
    List<StandbyPair> connectors,
    List<Finding> inventoryFindings,
    Duration time) {

  FleetPreview {
    stacks = List.copyOf(stacks);
    connectors = List.copyOf(connectors);
    inventoryFindings = List.copyOf(inventoryFindings);
  }

  boolean blocks() {
    return stacks.stream().flatMap(stack -> stack.findings().stream()).anyMatch(Finding::blocks);
  }
}
