package io.cellwall.fleet.blast;

import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.StackName;
import io.cellwall.regions.model.Zone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A fleet's inventory and the graphs of its stacks, side by side.
 *
 * @param stacks the stacks that there is a graph of
 * @param missing the stacks of the inventory that there is none of
 * @param dependencies what the stacks name beyond themselves
 */
record FleetView(
    Inventory inventory,
    Population population,
    SortedMap<String, StackView> stacks,
    List<StackName> missing,
    Dependencies dependencies) {

  FleetView {
    stacks = Collections.unmodifiableSortedMap(new TreeMap<>(stacks));
    missing = List.copyOf(missing);
  }

  static FleetView of(Inventory inventory, Collection<ResourceGraph> graphs, Namings namings) {
    SortedMap<String, StackView> stacks = new TreeMap<>();
    graphs.forEach(graph -> stacks.put(graph.stack(), new StackView(graph)));
    return new FleetView(
        inventory,
        Population.of(inventory),
        stacks,
        names(inventory).stream().filter(name -> !stacks.containsKey(name.value())).toList(),
        Dependencies.of(stacks.values(), namings));
  }

  private static List<StackName> names(Inventory inventory) {
    List<StackName> names = new ArrayList<>();
    inventory.cells().values().stream()
        .filter(cell -> cell.state().hasStack())
        .forEach(cell -> names.add(new StackName.OfCell(cell.name())));
    for (Zone zone : inventory.zones().values()) {
      names.add(new StackName.OfZoneEdge(zone.name()));
      zone.edges().keySet().forEach(region -> names.add(new StackName.OfRegionEdge(region)));
    }
    names.add(new StackName.OfGlobalEdge());
    return names;
  }

  /** The cells that have a stack. */
  List<Cell> cells() {
    return inventory.cells().values().stream().filter(cell -> cell.state().hasStack()).toList();
  }

  /** The cells of a region that have a stack. */
  List<Cell> cellsIn(Region region) {
    return cells().stream().filter(cell -> cell.region().equals(region)).toList();
  }

  Optional<StackView> stack(CellName cell) {
    return Optional.ofNullable(stacks.get(cell.toString()));
  }

  Optional<StackView> edge(Region region) {
    return Optional.ofNullable(stacks.get(new StackName.OfRegionEdge(region).value()));
  }

  Optional<StackView> edge(Zone zone) {
    return Optional.ofNullable(stacks.get(new StackName.OfZoneEdge(zone.name()).value()));
  }

  /** The users of this cell in words. */
  String usersOf(CellName cell) {
    return "%,d users of %s".formatted(population.usersOf(List.of(cell)), cell);
  }

  /** The users of these cells in words. */
  String usersOf(Collection<CellName> cells) {
    return "%,d users of %s".formatted(population.usersOf(cells), BlastRadius.named(cells));
  }

  // A declared pair names each other to replicate; the standby does not rest on what it copies.
  private List<CellName> restingOn(CellName cell) {
    return dependencies.stacksBehind("stack " + cell).stream()
        .map(StackName::parse)
        .filter(StackName.OfCell.class::isInstance)
        .map(name -> ((StackName.OfCell) name).cell())
        .filter(
            other ->
                inventory.pairs().stream()
                    .noneMatch(pair -> pair.replicates() && pair.joins(cell, other)))
        .toList();
  }

  /**
   * The cells whose users a stack stands before: its own, and those of cells that name it; of an
   * edge, all of its zone; of the global edge, all. Of a name that is none of the inventory's, all
   * as well.
   */
  SortedSet<CellName> behind(String stack) {
    StackName name;
    try {
      name = StackName.parse(stack);
    } catch (IllegalArgumentException e) {
      return population.cells();
    }
    if (name instanceof StackName.OfCell cell) {
      SortedSet<CellName> cells = new TreeSet<>(List.of(cell.cell()));
      cells.addAll(restingOn(cell.cell()));
      return cells;
    }
    if (name instanceof StackName.OfZoneEdge edge) {
      return population.cellsOf(edge.zone());
    }
    if (name instanceof StackName.OfRegionEdge edge) {
      return inventory
          .zoneOf(edge.region())
          .map(zone -> population.cellsOf(zone.name()))
          .orElseGet(population::cells);
    }
    return population.cells();
  }
}
