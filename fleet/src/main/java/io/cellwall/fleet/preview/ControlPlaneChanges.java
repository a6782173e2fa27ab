package io.cellwall.fleet.preview;

import io.cellwall.controlplane.ControlPlanePlan;
import io.cellwall.fleet.change.ChangeSummary;
import io.cellwall.fleet.change.StackSides;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.StackName;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Whose control planes change with a fleet. They are deployed by other means and before their
 * stacks, and only their plans are compared here: their templates need the CDK.
 */
final class ControlPlaneChanges {

  /** What is said where they are another program's. */
  static final String OF_ANOTHER_PROGRAM =
      "the program changes, and with it perhaps the control planes, which are not compared here: \"cellwall control-plane diff\" shows what becomes of them";

  private static final int NAMES = 3;

  private ControlPlaneChanges() {}

  /**
   * What is to be said of those of stacks that are new; nothing if none is.
   *
   * @param sides the stacks
   */
  static List<String> ofNew(List<StackSides> sides) {
    List<String> created = StackSides.created(sides);
    boolean one = created.size() == 1;
    return created.isEmpty()
        ? List.of()
        : List.of(
            "the control %s of %s %s new, and must be deployed first: \"cellwall control-plane synth\" makes %s"
                .formatted(
                    one ? "plane" : "planes",
                    ChangeSummary.first(created, NAMES),
                    one ? "is" : "are",
                    one ? "it" : "them"));
  }

  /**
   * What is to be said of the others, as this program plans both sides; nothing if none changes.
   *
   * @param sides the stacks; those that go take their control planes with them
   */
  static List<String> of(Inventory before, Inventory after, List<StackSides> sides) {
    List<String> changed =
        sides.stream()
            .filter(each -> each.exists() == StackSides.Exists.BOTH)
            .filter(
                each -> !plan(before, each, each.before()).equals(plan(after, each, each.after())))
            .map(StackSides::stack)
            .toList();
    if (changed.isEmpty()) {
      return List.of();
    }
    boolean one = changed.size() == 1;
    return List.of(
        "the control %s of %s %s too, and must be deployed first: \"cellwall control-plane diff\" shows how"
            .formatted(
                one ? "plane" : "planes",
                ChangeSummary.first(changed, NAMES),
                one ? "changes" : "change"));
  }

  // Graphs are left out where both sides are the same; then so are the types of what they create.
  private static Optional<ControlPlanePlan> plan(
      Inventory inventory, StackSides stack, Optional<ResourceGraph> graph) {
    try {
      return Optional.of(
          ControlPlanePlan.of(
              inventory,
              StackName.parse(stack.stack()),
              graph.map(ControlPlane::typesOf).orElseGet(TreeSet::new)));
    } catch (IllegalArgumentException notKnown) {
      // As a preview says of the stack itself: it blocks there.
      return Optional.empty();
    }
  }
}
