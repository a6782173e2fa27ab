package io.cellwall.policies.judge;

import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.model.Inventory;
import java.util.Collection;
import java.util.List;

/** Judges graphs against the walls of one inventory. Immutable, safe for many threads. */
public final class Judge {

  private final Inventory inventory;

  private Judge(Inventory inventory) {
    this.inventory = inventory;
  }

  /** A judge with every rule of the product. What it needs of the inventory is indexed once. */
  public static Judge of(Inventory inventory) {
    return new Judge(inventory);
  }

  /** What is wrong with one stack: sorted, without repetition, empty if nothing is. */
  public List<Finding> judge(ResourceGraph graph) {
    // First form: knows only whether the stack exists.
    boolean known =
        inventory.cells().keySet().stream().anyMatch(cell -> cell.toString().equals(graph.stack()));
    return known || graph.stack().startsWith("edge-") || graph.stack().equals("global-edge")
        ? List.of()
        : List.of(
            new Finding(
                "UnknownStack",
                io.cellwall.regions.finding.Severity.VIOLATION,
                graph.stack(),
                "the inventory has no stack " + graph.stack(),
                "add the cell to the inventory",
                List.of(),
                java.util.Optional.empty()));
  }

  /** What is wrong with these stacks together. */
  public List<Finding> judge(Collection<ResourceGraph> graphs) {
    return graphs.stream().flatMap(graph -> judge(graph).stream()).sorted().distinct().toList();
  }
}
