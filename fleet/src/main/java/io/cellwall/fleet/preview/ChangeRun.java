package io.cellwall.fleet.preview;

import io.cellwall.fleet.change.FleetChange;
import io.cellwall.fleet.change.Reach;
import io.cellwall.fleet.change.StackChange;
import io.cellwall.fleet.change.StackComparison;
import io.cellwall.fleet.change.StackSides;
import io.cellwall.fleet.change.danger.Dangers;
import io.cellwall.fleet.change.danger.FleetDelta;
import io.cellwall.fleet.change.danger.StackDelta;
import io.cellwall.fleet.inventory.InventoryOption;
import io.cellwall.fleet.program.StackProgram;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Source;
import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.StackName;
import io.cellwall.regions.model.Zone;
import io.cellwall.regions.quotas.ApprovedQuotas;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One comparison of a fleet with what it was; its temporary files go when it is closed. */
public final class ChangeRun implements AutoCloseable {

  private final StackOptions stacks;
  private final Baseline base;

  ChangeRun(StackOptions stacks, Baseline base) {
    this.stacks = stacks;
    this.base = base;
  }

  /** Changes of the inventory that are not legal; they block. */
  public List<Finding> illegal(InventoryOption inventory) {
    return base.illegal(inventory);
  }

  /**
   * What changes.
   *
   * @param after the inventory as it becomes
   * @param dangers the rules of what stands out
   * @param clock says what day it is, for the waivers
   * @param heads graphs of stacks as they become, as far as they are at hand
   */
  public FleetChange change(
      InventoryOption inventory,
      Inventory after,
      Dangers dangers,
      Clock clock,
      Map<String, ResourceGraph> heads) {
    Optional<String> unknown = base.whyUnknown();
    if (unknown.isPresent()) {
      return new FleetChange(
          base.label(),
          List.of(),
          List.of(),
          Reach.of(List.of(), after, after),
          List.of(unknown.get()));
    }
    Inventory before = base.inventory(after);
    StackComparison comparison =
        new StackComparison(before, after, each -> source(inventory, each));
    List<StackSides> sides = base.sides(before, after, heads);
    List<StackChange> changes =
        sides.parallelStream()
            .map(each -> judged(comparison.compare(each), each, comparison, dangers))
            .toList();
    List<String> changed =
        changes.stream().filter(StackChange::isChange).map(StackChange::stack).toList();
    FleetDelta fleet =
        new FleetDelta(
            before,
            after,
            base.waivers(inventory),
            inventory.waivers(),
            () -> ofAccounts(changed, before, after, heads),
            LocalDate.now(clock.withZone(ZoneOffset.UTC)),
            file -> base.changed(inventory, inventory.file(file)));
    return new FleetChange(
        base.label(),
        changes,
        dangers.of(fleet),
        Reach.of(changed, before, after),
        base.notes(before, after, sides));
  }

  // Of a stack that is new nothing stands out: nobody is at home there yet.
  private static StackChange judged(
      StackChange change, StackSides sides, StackComparison of, Dangers dangers) {
    return change.kind() == StackChange.Kind.CHANGED || change.kind() == StackChange.Kind.DELETED
        ? change.with(dangers.of(new StackDelta(change, sides, of.before(), of.after())))
        : change;
  }

  // An edge has its account alone; cells of a pair may share one.
  private List<ResourceGraph> ofAccounts(
      List<String> changed, Inventory before, Inventory after, Map<String, ResourceGraph> heads) {
    Set<AccountId> accounts = new HashSet<>(otherwiseGranted(before, after));
    after.cells().values().stream()
        .filter(cell -> changed.contains(cell.name().toString()))
        .forEach(cell -> accounts.add(cell.account()));
    List<StackProgram> programs =
        stacks.all(after).stream()
            .filter(
                each ->
                    changed.contains(each.name().value())
                        || accountOf(each.name(), after).filter(accounts::contains).isPresent())
            .toList();
    return List.copyOf(stacks.graphs(programs, heads).values());
  }

  // An account may have too little by what was granted, without any stack of it changing.
  private static Set<AccountId> otherwiseGranted(Inventory before, Inventory after) {
    Map<AccountId, List<ApprovedQuotas.Grant>> was = ApprovedQuotas.of(before).grants();
    return ApprovedQuotas.of(after).grants().entrySet().stream()
        .filter(each -> !each.getValue().equals(was.get(each.getKey())))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static Optional<AccountId> accountOf(StackName stack, Inventory inventory) {
    if (stack instanceof StackName.OfCell cell) {
      return inventory.cell(cell.cell()).map(Cell::account);
    }
    if (stack instanceof StackName.OfRegionEdge edge) {
      return inventory.zones().values().stream()
          .flatMap(zone -> Optional.ofNullable(zone.edges().get(edge.region())).stream())
          .map(Zone.RegionEdge::account)
          .findFirst();
    }
    return stack instanceof StackName.OfZoneEdge edge
        ? Optional.ofNullable(inventory.zones().get(edge.zone())).map(Zone::account)
        : Optional.empty();
  }

  private Source source(InventoryOption inventory, StackSides stack) {
    String file = inventory.fleetFile();
    try {
      file = inventory.fileOf(StackName.parse(stack.stack()), stack.zone());
    } catch (IllegalArgumentException other) {
      // A stack that no inventory has: only a state knows it.
    }
    return base.changed(inventory, file);
  }

  @Override
  public void close() {
    base.close();
  }
}
