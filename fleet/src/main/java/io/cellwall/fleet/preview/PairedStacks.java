package io.cellwall.fleet.preview;

import io.cellwall.fleet.change.StackSides;
import io.cellwall.fleet.program.StackProgram;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.StackName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts the graph that a stack had, which something else made, beside the one that it becomes.
 *
 * @param before the inventory as it was
 * @param after the inventory as it becomes
 */
record PairedStacks(StackOptions stacks, Inventory before, Inventory after) {

  /**
   * The two sides of each chosen stack, those that go last.
   *
   * @param was the graphs that were, by stack
   * @param heads graphs of the stacks as they become, as far as they are at hand
   */
  List<StackSides> of(Map<String, ResourceGraph> was, Map<String, ResourceGraph> heads) {
    Map<String, StackProgram> programs = stacks.programs(after);
    Map<String, ResourceGraph> is = stacks.graphs(programs.values(), heads);
    List<StackSides> sides = new ArrayList<>();
    programs.forEach(
        (name, program) ->
            sides.add(
                new StackSides(
                    name,
                    program.zone(),
                    program.region().code(),
                    was.containsKey(name) ? StackSides.Exists.BOTH : StackSides.Exists.AFTER,
                    Optional.ofNullable(was.get(name)),
                    Optional.ofNullable(is.get(name)))));
    Map<String, StackProgram> old = stacks.programs(before);
    was.forEach(
        (name, graph) -> {
          if (!programs.containsKey(name) && stacks.isChosen(name)) {
            sides.add(gone(name, graph, Optional.ofNullable(old.get(name))));
          }
        });
    return sides;
  }

  private static StackSides gone(String name, ResourceGraph graph, Optional<StackProgram> program) {
    return new StackSides(
        name,
        program.map(StackProgram::zone).orElse("unknown"),
        program.map(each -> each.region().code()).orElse(regionOf(name)),
        StackSides.Exists.BEFORE,
        Optional.of(graph),
        Optional.empty());
  }

  // A stack that neither inventory has: its name may say it.
  private static String regionOf(String stack) {
    try {
      return StackName.parse(stack) instanceof StackName.OfCell cell
          ? cell.cell().region().code()
          : "unknown";
    } catch (IllegalArgumentException other) {
      return "unknown";
    }
  }
}
