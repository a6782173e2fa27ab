package io.cellwall.fleet.change;

import io.cellwall.fleet.output.Inert;
import java.io.PrintWriter;
import java.util.List;

/** A change as people read it in a terminal: what changes alike once, then what stands out. */
public final class ChangeText {

  private static final int NAMES = 12;

  private ChangeText() {}

  /** Prints the change; the walls are printed by whoever judged them. */
  public static void print(PrintWriter out, FleetChange change) {
    out.println(
        "Compared with " + Inert.text(change.base()) + ": " + ChangeSummary.headline(change) + ".");
    change.notes().forEach(note -> out.println("    " + Inert.text(note)));
    if (change.changed().isEmpty() && change.dangers().isEmpty()) {
      return;
    }
    if (!change.changed().isEmpty()) {
      out.println("Users: " + ChangeSummary.users(change.reach()) + ".");
      out.println(
          "Resources: " + ChangeSummary.counts(ChangeSummary.counts(change.changed())) + ".");
    }
    ChangeGroup.of(change.stacks()).forEach(group -> print(out, change, group));
    dangers(out, change);
  }

  private static void print(PrintWriter out, FleetChange change, ChangeGroup group) {
    List<StackChange> stacks = group.stacks();
    out.println();
    out.println(
        "%s: %s%s; %s"
            .formatted(
                Inert.text(ChangeSummary.heading(group)),
                ChangeSummary.counts(stacks.get(0).counts()),
                stacks.size() == 1 ? "" : " each",
                change.reach().words(distinctUsers(change, stacks))));
    if (stacks.size() > 1) {
      out.println("    " + Inert.text(ChangeSummary.names(stacks, NAMES)));
    }
    for (ResourceLines.Line line : ResourceLines.of(group)) {
      out.println("    ".repeat(line.indent() + 1) + line.mark() + " " + line.text());
    }
    stacks.get(0).notes().forEach(note -> out.println("    note: " + Inert.text(note)));
  }

  // Edges of one zone stand before the same users.
  static long distinctUsers(FleetChange change, List<StackChange> stacks) {
    return ChangeSummary.noun(stacks).equals("cells")
        ? stacks.stream().mapToLong(StackChange::users).sum()
        : Math.min(
            change.reach().all(),
            stacks.stream()
                .collect(
                    java.util.stream.Collectors.toMap(
                        StackChange::zone, StackChange::users, Math::max))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .sum());
  }

  private static void dangers(PrintWriter out, FleetChange change) {
    List<ChangeSummary.DangerGroup> dangers = ChangeSummary.dangers(change);
    if (dangers.isEmpty()) {
      return;
    }
    out.println();
    out.println("Stands out: " + ChangeSummary.counted(change.allDangers()));
    String rule = "";
    for (ChangeSummary.DangerGroup each : dangers) {
      if (!each.rule().equals(rule)) {
        rule = each.rule();
        out.println("    " + rule + ": " + Inert.text(each.reason()));
      }
      out.println("        " + Inert.text(each.where() + ": " + each.message()));
    }
  }
}
