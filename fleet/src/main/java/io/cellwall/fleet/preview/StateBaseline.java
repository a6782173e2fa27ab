package io.cellwall.fleet.preview;

import io.cellwall.fleet.base.DeployedSide;
import io.cellwall.fleet.base.ExportedStates;
import io.cellwall.fleet.change.ChangeSummary;
import io.cellwall.fleet.change.StackSides;
import io.cellwall.fleet.inventory.InventoryOption;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Source;
import io.cellwall.regions.finding.Waiver;
import io.cellwall.regions.model.Inventory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is deployed, from exported states. They say nothing of an inventory.
 *
 * @param states the graphs by stack
 */
record StateBaseline(String label, StackOptions stacks, Map<String, ResourceGraph> states)
    implements Baseline {

  private static final int NAMES = 3;

  static StateBaseline of(Path folder, StackOptions stacks) {
    return new StateBaseline("the states in " + folder, stacks, ExportedStates.read(folder));
  }

  @Override
  public Optional<String> whyUnknown() {
    return Optional.empty();
  }

  @Override
  public Inventory inventory(Inventory after) {
    return after;
  }

  @Override
  public List<Waiver> waivers(InventoryOption after) {
    return after.waivers();
  }

  @Override
  public List<Finding> illegal(InventoryOption after) {
    return List.of();
  }

  @Override
  public Source changed(InventoryOption after, String file) {
    return Source.ofFile(file);
  }

  @Override
  public List<StackSides> sides(
      Inventory before, Inventory after, Map<String, ResourceGraph> heads) {
    return new PairedStacks(stacks, before, after)
        .of(states, heads).stream().map(StateBaseline::comparable).toList();
  }

  private static StackSides comparable(StackSides stack) {
    if (stack.exists() != StackSides.Exists.BOTH) {
      return stack;
    }
    DeployedSide both = DeployedSide.of(stack.before().orElseThrow(), stack.after().orElseThrow());
    return new StackSides(
        stack.stack(),
        stack.zone(),
        stack.region(),
        stack.exists(),
        Optional.of(both.deployed()),
        Optional.of(both.planned()));
  }

  // Of control planes nothing: they are in no state, and the inventory is one and the same.
  @Override
  public List<String> notes(Inventory before, Inventory after, List<StackSides> sides) {
    List<String> without = StackSides.created(sides);
    return without.isEmpty()
        ? List.of()
        : List.of(
            "no state of %s: %s as new"
                .formatted(
                    ChangeSummary.first(without, NAMES),
                    without.size() == 1 ? "it counts" : "they count"));
  }

  @Override
  public void close() {}
}
