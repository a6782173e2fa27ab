package io.cellwall.fleet.preview;

import io.cellwall.fleet.base.BaseProgram;
import io.cellwall.fleet.base.Revision;
import io.cellwall.fleet.base.Scratch;
import io.cellwall.fleet.change.StackSides;
import io.cellwall.fleet.inventory.InventoryOption;
import io.cellwall.fleet.output.Progress;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Source;
import io.cellwall.regions.finding.Waiver;
import io.cellwall.regions.model.Inventory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * A commit: its inventory, and its program where that is another one.
 *
 * @param graphs what its own program plans, from when the comparison begins; empty where this
 *     program plans both sides
 */
record CommitBaseline(
    StackOptions stacks,
    Scratch scratch,
    BaseInventory base,
    Optional<CompletableFuture<List<ResourceGraph>>> graphs)
    implements Baseline {

  static CommitBaseline of(
      String name, InventoryOption inventory, StackOptions stacks, Progress progress) {
    Revision revision = Revision.of(inventory.folder(), name);
    Scratch scratch = new Scratch();
    try {
      BaseInventory base = BaseInventory.of(revision, inventory, scratch);
      Optional<CompletableFuture<List<ResourceGraph>>> graphs =
          base.reading()
              .inventory()
              .filter(valid -> !revision.hasProgramOfWorkingTree())
              .map(
                  valid -> {
                    BaseProgram program =
                        new BaseProgram(revision, stacks.cacheFolder(), scratch, progress::also);
                    List<String> chosen = stacks.chosenOf(valid);
                    return CompletableFuture.supplyAsync(
                        () -> program.graphs(base.folder(), chosen));
                  });
      return new CommitBaseline(stacks, scratch, base, graphs);
    } catch (RuntimeException e) {
      scratch.close();
      throw e;
    }
  }

  @Override
  public String label() {
    return base.label();
  }

  @Override
  public Optional<String> whyUnknown() {
    return base.reading().inventory().isPresent() ? Optional.empty() : Optional.of(base.invalid());
  }

  @Override
  public Inventory inventory(Inventory after) {
    return base.reading().inventory().orElse(after);
  }

  @Override
  public List<Waiver> waivers(InventoryOption after) {
    return base.reading().waivers();
  }

  @Override
  public List<Finding> illegal(InventoryOption after) {
    return base.illegal(after);
  }

  @Override
  public Source changed(InventoryOption after, String file) {
    return base.changed(after, file);
  }

  @Override
  public List<StackSides> sides(
      Inventory before, Inventory after, Map<String, ResourceGraph> heads) {
    if (graphs.isEmpty()) {
      return stacks.sides(before, after, heads);
    }
    Map<String, ResourceGraph> was = new LinkedHashMap<>();
    Background.join(graphs.get()).forEach(graph -> was.put(graph.stack(), graph));
    return new PairedStacks(stacks, before, after).of(was, heads);
  }

  @Override
  public List<String> notes(Inventory before, Inventory after, List<StackSides> sides) {
    return Stream.concat(
            ControlPlaneChanges.ofNew(sides).stream(),
            graphs.isPresent()
                ? Stream.of(ControlPlaneChanges.OF_ANOTHER_PROGRAM)
                : ControlPlaneChanges.of(before, after, sides).stream())
        .toList();
  }

  @Override
  public void close() {
    graphs.ifPresent(future -> future.cancel(true));
    scratch.close();
  }
}
