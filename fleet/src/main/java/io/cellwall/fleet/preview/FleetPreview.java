package io.cellwall.fleet.preview;

import io.cellwall.fleet.inventory.InventoryOption;
import io.cellwall.fleet.output.Report;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.model.StandbyPair;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a preview says of all chosen stacks.
 *
 * @param stacks in the order of the fleet
 * @param connectors the pairs between whose cells the inventory lets data cross
 * @param inventoryFindings what the inventory's rules warn of, and what is wrong with its waivers
 * @param time what the whole run took
 */
record FleetPreview(
    List<StackPreview> stacks,
    List<StandbyPair> connectors,
    List<Finding> inventoryFindings,
    Duration time) {

  /** The findings alone, for the formats that show nothing else. */
  Report report(InventoryOption inventory) {
    return new Report(
        inventory.fleetFile(),
        inventoryFindings,
        stacks.stream()
            .map(
                stack ->
                    new Report.Section(
                        inventory.fileOf(stack.program().name(), stack.program().zone()),
                        stack.judgement()))
            .toList());
  }

  FleetPreview {
    stacks = List.copyOf(stacks);
    connectors = List.copyOf(connectors);
    inventoryFindings = List.copyOf(inventoryFindings);
  }

  /** The same with more findings of the inventory. */
  FleetPreview with(List<Finding> more) {
    return new FleetPreview(
        stacks,
        connectors,
        Stream.concat(inventoryFindings.stream(), more.stream()).toList(),
        time);
  }

  /** The graphs by stack, of those that were judged in this run. */
  Map<String, ResourceGraph> graphs() {
    Map<String, ResourceGraph> graphs = new LinkedHashMap<>();
    stacks.stream()
        // A control plane's graph is the same stack's, and would take its place.
        .filter(each -> each.outlined().part() == Part.DECLARED_BY_PULUMI)
        .forEach(
            each ->
                each.outlined()
                    .graph()
                    .ifPresent(graph -> graphs.put(each.program().name().value(), graph)));
    return graphs;
  }

  boolean blocks() {
    return Stream.concat(
            inventoryFindings.stream(), stacks.stream().flatMap(stack -> stack.findings().stream()))
        .anyMatch(Finding::blocks);
  }
}
