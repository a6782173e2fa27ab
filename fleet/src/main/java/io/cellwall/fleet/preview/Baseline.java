package io.cellwall.fleet.preview;

import io.cellwall.fleet.change.StackSides;
import io.cellwall.fleet.inventory.InventoryOption;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Source;
import io.cellwall.regions.finding.Waiver;
import io.cellwall.regions.model.Inventory;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a fleet is compared with. */
sealed interface Baseline extends AutoCloseable permits CommitBaseline, StateBaseline {

  /** What people call it. */
  String label();

  /** Why nothing can be compared with it; empty where it can be. */
  Optional<String> whyUnknown();

  /** Its inventory; where it has no valid one, that of the fleet as it becomes. */
  Inventory inventory(Inventory after);

  /** Its waivers; where it has none of its own, those of the fleet as it becomes. */
  List<Waiver> waivers(InventoryOption after);

  /** Changes of the inventory since then that are not legal. */
  List<Finding> illegal(InventoryOption after);

  /** A file of the inventory as it becomes, and the first line of it that changed since then. */
  Source changed(InventoryOption after, String file);

  /**
   * The two sides of each chosen stack, those that go last.
   *
   * @param heads graphs of the stacks as they become, as far as they are at hand
   */
  List<StackSides> sides(Inventory before, Inventory after, Map<String, ResourceGraph> heads);

  /** What is to be said of these stacks beside what changes in them. */
  List<String> notes(Inventory before, Inventory after, List<StackSides> sides);

  @Override
  void close();
}
