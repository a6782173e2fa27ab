package io.cellwall.fleet.change;

import io.cellwall.fleet.CommandRun;
import io.cellwall.fleet.change.danger.Dangers;
import io.cellwall.fleet.change.danger.FleetDelta;
import io.cellwall.fleet.change.danger.StackDelta;
import io.cellwall.fleet.output.Report;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.waivers.Judgement;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Source;
import io.cellwall.regions.finding.Waiver;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.reading.InventoryReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A change of some stacks of the example fleet, put together by hand. */
public final class Changed {

  static final Inventory EXAMPLE =
      InventoryReader.read(Path.of(CommandRun.INVENTORY)).inventory().orElseThrow();

  private final List<StackSides> sides = new ArrayList<>();
  private final List<Waiver> waivers = new ArrayList<>();
  private final List<Waiver> waiversBefore = new ArrayList<>();
  private final List<Judgement> judgements = new ArrayList<>();

  /** Adds a stack with its graph on either side. */
  public Changed stack(String name, Optional<ResourceGraph> before, Optional<ResourceGraph> after) {
    StackSides.Exists exists =
        before.isEmpty()
            ? StackSides.Exists.AFTER
            : after.isEmpty() ? StackSides.Exists.BEFORE : StackSides.Exists.BOTH;
    boolean cell = ChangeSummary.isCell(name);
    sides.add(
        new StackSides(
            name,
            name.startsWith("us") ? "us" : "eu",
            cell ? name.replaceAll("-cell-.*", "") : "eu-west-1",
            exists,
            before,
            after));
    judgements.add(new Judgement(name, List.of(), List.of()));
    return this;
  }

  /** Adds a stack on both sides. */
  public Changed stack(ResourceGraph before, ResourceGraph after) {
    return stack(after.stack(), Optional.of(before), Optional.of(after));
  }

  Changed waiver(Waiver waiver, boolean isNew) {
    waivers.add(waiver);
    if (!isNew) {
      waiversBefore.add(waiver);
    }
    return this;
  }

  Changed finding(String stack, Finding finding) {
    judgements.removeIf(each -> each.stack().equals(stack));
    judgements.add(new Judgement(stack, List.of(finding), List.of()));
    return this;
  }

  /** What becomes of the fleet. */
  public FleetChange change() {
    Dangers dangers = Dangers.with(List.of());
    StackComparison comparison =
        new StackComparison(
            EXAMPLE, EXAMPLE, each -> new Source("cells/" + each.stack() + ".yaml", 7, 1));
    List<StackChange> changes = new ArrayList<>();
    Set<String> changed = new TreeSet<>();
    for (StackSides each : sides) {
      StackChange change = comparison.compare(each);
      if (change.isChange()) {
        changed.add(change.stack());
      }
      boolean was = change.isChange() && change.kind() != StackChange.Kind.CREATED;
      changes.add(
          was ? change.with(dangers.of(new StackDelta(change, each, EXAMPLE, EXAMPLE))) : change);
    }
    FleetDelta fleet =
        new FleetDelta(
            EXAMPLE,
            EXAMPLE,
            waiversBefore,
            waivers,
            List::of,
            LocalDate.of(2026, 11, 23),
            file -> new Source(file, 7, 1));
    return new FleetChange(
        "main (4f2a9c1d03)",
        changes,
        dangers.of(fleet),
        Reach.of(changed, EXAMPLE, EXAMPLE),
        List.of());
  }

  Report report() {
    return new Report(
        "fleet.yaml",
        List.of(),
        judgements.stream()
            .map(each -> new Report.Section("cells/" + each.stack() + ".yaml", each))
            .toList());
  }

  String text() {
    StringWriter out = new StringWriter();
    ChangeText.print(new PrintWriter(out, true), change());
    return out.toString();
  }

  String markdown() {
    return markdown(change(), report());
  }

  static String markdown(FleetChange change, Report report) {
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out, true);
    writer.println(ChangeMarkdown.MARKER);
    ChangeMarkdown.print(writer, change, report);
    return out.toString();
  }
}
