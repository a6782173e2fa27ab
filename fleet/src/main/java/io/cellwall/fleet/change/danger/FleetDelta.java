package io.cellwall.fleet.change.danger;

import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.regions.finding.Source;
import io.cellwall.regions.finding.Waiver;
import io.cellwall.regions.model.Inventory;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A fleet that changes.
 *
 * @param before the inventory as it was
 * @param after the inventory as it becomes
 * @param waiversBefore its waivers as they were
 * @param waiversAfter its waivers as they become
 * @param graphs the graphs, as they become, of the stacks that change and of those that share an
 *     account with one
 * @param today in UTC
 * @param places the line that changed first of a file of the inventory as it becomes, by its path
 *     there: {@code cells/eu-west-1-cell-03.yaml}
 */
public record FleetDelta(
    Inventory before,
    Inventory after,
    List<Waiver> waiversBefore,
    List<Waiver> waiversAfter,
    Supplier<List<ResourceGraph>> graphs,
    LocalDate today,
    Function<String, Source> places) {

  public FleetDelta {
    waiversBefore = List.copyOf(waiversBefore);
    waiversAfter = List.copyOf(waiversAfter);
  }
}
