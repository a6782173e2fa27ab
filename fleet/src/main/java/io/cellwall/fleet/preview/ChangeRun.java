package io.cellwall.fleet.preview;

import io.cellwall.fleet.base.BaseProgram;
import io.cellwall.fleet.base.DeployedSide;
import io.cellwall.fleet.base.ExportedStates;
import io.cellwall.fleet.base.Revision;
import io.cellwall.fleet.base.Scratch;
import io.cellwall.fleet.change.FleetChange;
import io.cellwall.fleet.change.Reach;
import io.cellwall.fleet.change.StackChange;
import io.cellwall.fleet.change.StackComparison;
import io.cellwall.fleet.change.StackSides;
import io.cellwall.fleet.change.danger.Dangers;
import io.cellwall.fleet.change.danger.FleetDelta;
import io.cellwall.fleet.change.danger.StackDelta;
import io.cellwall.fleet.inventory.InventoryOption;
import io.cellwall.fleet.output.Progress;
import io.cellwall.fleet.program.StackProgram;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Source;
import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.StackName;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/** One comparison of a fleet with what it was; its temporary files go when it is closed. */
public final class ChangeRun implements AutoCloseable {

  private final String label;
  private final StackOptions stacks;
  private final Optional<Scratch> scratch;
  private final Optional<BaseInventory> base;
  private final Optional<CompletableFuture<List<ResourceGraph>>> graphs;
  private final Map<String, ResourceGraph> states;

  private ChangeRun(
      String label,
      StackOptions stacks,
      Optional<Scratch> scratch,
      Optional<BaseInventory> base,
      Optional<CompletableFuture<List<ResourceGraph>>> graphs,
      Map<String, ResourceGraph> states) {
    this.label = label;
    this.stacks = stacks;
    this.scratch = scratch;
    this.base = base;
    this.graphs = graphs;
    this.states = states;
  }

  static ChangeRun againstStates(Path folder, StackOptions stacks) {
    return new ChangeRun(
        "the states in " + folder,
        stacks,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        ExportedStates.read(folder));
  }

  static ChangeRun since(
      String name, InventoryOption inventory, StackOptions stacks, Progress progress) {
    Revision revision = Revision.of(inventory.folder(), name);
    Scratch scratch = new Scratch();
    try {
      BaseInventory base = BaseInventory.of(revision, inventory, scratch);
      Optional<Inventory> read = base.reading().inventory();
      Optional<CompletableFuture<List<ResourceGraph>>> graphs = Optional.empty();
      if (read.isPresent() && !revision.hasProgramOfWorkingTree()) {
        BaseProgram program =
            new BaseProgram(revision, stacks.cacheFolder(), scratch, progress::also);
        List<String> chosen = stacks.chosenOf(read.get());
        graphs =
            Optional.of(CompletableFuture.supplyAsync(() -> program.graphs(base.folder(), chosen)));
      }
      return new ChangeRun(
          revision.shown(), stacks, Optional.of(scratch), Optional.of(base), graphs, Map.of());
    } catch (RuntimeException e) {
      scratch.close();
      throw e;
    }
  }

  /** Changes of the inventory that are not legal; they block. */
  public List<Finding> illegal(InventoryOption inventory) {
    return base.map(each -> each.illegal(inventory)).orElse(List.of());
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
    Optional<Inventory> was = base.flatMap(each -> each.reading().inventory());
    if (base.isPresent() && was.isEmpty()) {
      return new FleetChange(
          label,
          List.of(),
          List.of(),
          Reach.of(List.of(), after, after),
          List.of(base.get().invalid()));
    }
    Inventory before = was.orElse(after);
    List<StackSides> sides = sides(before, after, heads);
    StackComparison comparison =
        new StackComparison(before, after, each -> source(inventory, each));
    List<StackChange> changes = new ArrayList<>();
    for (StackSides each : sides) {
      StackChange change = comparison.compare(each);
      boolean stays = change.kind() == StackChange.Kind.CHANGED;
      changes.add(
          stays || change.kind() == StackChange.Kind.DELETED
              ? change.with(dangers.of(new StackDelta(change, each, before, after)))
              : change);
    }
    List<String> changed =
        changes.stream().filter(StackChange::isChange).map(StackChange::stack).toList();
    FleetDelta fleet =
        new FleetDelta(
            before,
            after,
            base.map(each -> each.reading().waivers()).orElse(inventory.waivers()),
            inventory.waivers(),
            () -> ofAccounts(changed, after, heads),
            LocalDate.now(clock.withZone(ZoneOffset.UTC)));
    return new FleetChange(
        label, changes, dangers.of(fleet), Reach.of(changed, before, after), List.of());
  }

  // An edge has its account alone; cells of a pair may share one.
  private List<ResourceGraph> ofAccounts(
      List<String> changed, Inventory after, Map<String, ResourceGraph> heads) {
    Set<AccountId> accounts =
        after.cells().values().stream()
            .filter(cell -> changed.contains(cell.name().toString()))
            .map(Cell::account)
            .collect(Collectors.toSet());
    List<StackProgram> programs =
        stacks.all(after).stream()
            .filter(
                each ->
                    changed.contains(each.name().value())
                        || (each.name() instanceof StackName.OfCell cell
                            && after
                                .cell(cell.cell())
                                .map(Cell::account)
                                .filter(accounts::contains)
                                .isPresent()))
            .toList();
    return List.copyOf(stacks.graphs(programs, heads).values());
  }

  private List<StackSides> sides(
      Inventory before, Inventory after, Map<String, ResourceGraph> heads) {
    if (scratch.isPresent() && graphs.isEmpty()) {
      return stacks.sides(before, after, heads);
    }
    Map<String, ResourceGraph> was = new LinkedHashMap<>(states);
    graphs.ifPresent(future -> joined(future).forEach(graph -> was.put(graph.stack(), graph)));
    Map<String, StackProgram> old = stacks.programs(before);
    List<StackSides> sides = new ArrayList<>();
    Map<String, StackProgram> programs = stacks.programs(after);
    Map<String, ResourceGraph> is = stacks.graphs(programs.values(), heads);
    programs.forEach(
        (name, program) ->
            sides.add(
                side(
                    name,
                    program.zone(),
                    program.region().code(),
                    Optional.ofNullable(was.get(name)),
                    Optional.ofNullable(is.get(name)))));
    was.forEach(
        (name, graph) -> {
          if (!programs.containsKey(name) && stacks.isChosen(name)) {
            Optional<StackProgram> program = Optional.ofNullable(old.get(name));
            sides.add(
                side(
                    name,
                    program.map(StackProgram::zone).orElse("unknown"),
                    program.map(each -> each.region().code()).orElse(regionOf(name)),
                    Optional.of(graph),
                    Optional.empty()));
          }
        });
    return sides;
  }

  private static List<ResourceGraph> joined(CompletableFuture<List<ResourceGraph>> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private static String regionOf(String stack) {
    try {
      return StackName.parse(stack) instanceof StackName.OfCell cell
          ? cell.cell().region().code()
          : "unknown";
    } catch (IllegalArgumentException other) {
      return "unknown";
    }
  }

  private StackSides side(
      String name,
      String zone,
      String region,
      Optional<ResourceGraph> was,
      Optional<ResourceGraph> is) {
    StackSides.Exists exists =
        was.isEmpty()
            ? StackSides.Exists.AFTER
            : is.isEmpty() ? StackSides.Exists.BEFORE : StackSides.Exists.BOTH;
    if (exists == StackSides.Exists.BOTH && !states.isEmpty()) {
      DeployedSide both = DeployedSide.of(was.orElseThrow(), is.orElseThrow());
      return new StackSides(
          name, zone, region, exists, Optional.of(both.deployed()), Optional.of(both.planned()));
    }
    return new StackSides(name, zone, region, exists, was, is);
  }

  private Source source(InventoryOption inventory, StackSides stack) {
    String file = inventory.folder() + "/fleet.yaml";
    try {
      file = inventory.fileOf(StackName.parse(stack.stack()), stack.zone());
    } catch (IllegalArgumentException other) {
      // A stack that no inventory has: only a state knows it.
    }
    String found = file;
    return base.map(each -> each.changed(inventory, found)).orElse(Source.ofFile(found));
  }

  @Override
  public void close() {
    graphs.ifPresent(future -> future.cancel(true));
    scratch.ifPresent(Scratch::close);
  }
}
