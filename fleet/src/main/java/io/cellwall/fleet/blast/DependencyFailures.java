package io.cellwall.fleet.blast;

import io.cellwall.fleet.graph.Declared;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.Failure;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.StackName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What several stacks rest on: the edges that stand before the cells, what their inputs name beyond
 * themselves, and AWS's services that are one for all regions.
 */
final class DependencyFailures implements FailureMode {

  @Override
  public List<Reach> reaches(FleetView fleet) {
    List<Reach> reaches = new ArrayList<>();
    Dependencies dependencies = fleet.dependencies();
    SortedMap<String, SortedSet<String>> stacks = new TreeMap<>(dependencies.stacks());
    for (StackView view : fleet.stacks().values()) {
      if (!(StackName.parse(view.name()) instanceof StackName.OfCell)
          && !view.resources().isEmpty()) {
        SortedSet<String> by = stacks.getOrDefault("stack " + view.name(), new TreeSet<>());
        stacks.remove("stack " + view.name());
        reaches.add(edge(fleet, view, by));
      }
    }
    stacks.forEach((thing, by) -> reaches.add(named(fleet, dependencies, thing, by)));
    for (GlobalService service : GlobalService.values()) {
      global(fleet, service, reaches);
    }
    return reaches;
  }

  private static Reach edge(FleetView fleet, StackView view, SortedSet<String> by) {
    SortedSet<CellName> exposed = new TreeSet<>(fleet.behind(view.name()));
    by.forEach(stack -> exposed.addAll(fleet.behind(stack)));
    SortedSet<CellName> reached = new TreeSet<>(exposed);
    Checks checks = new Checks();
    if (StackName.parse(view.name()) instanceof StackName.OfRegionEdge edge) {
      Region region = edge.region();
      reached.removeIf(
          cell ->
              fleet.population().usersOf(List.of(cell)) == 0
                  || EdgeWays.of(fleet).leadAround(region, cell, checks));
    }
    String holds = first(view);
    return new Reach(
        Failure.DEPENDENCY,
        "the stack " + view.name(),
        exposed,
        reached,
        reached.equals(exposed) ? "" : "users who enter by it, until they enter elsewhere",
        checks.containments(),
        List.of(
            holds,
            "stands before " + BlastRadius.named(exposed),
            fleet.usersOf(reached.isEmpty() ? exposed : reached)),
        List.of());
  }

  // What users need first of an edge: its name, its accelerator, its load balancer.
  private static String first(StackView view) {
    for (String type :
        List.of(
            "aws:globalaccelerator/accelerator:Accelerator",
            "aws:lb/loadBalancer:LoadBalancer",
            "aws:route53/zone:Zone")) {
      Optional<Declared> found = view.of(type).stream().findFirst();
      if (found.isPresent()) {
        return found.get().node().urn();
      }
    }
    return view.name();
  }

  private static Reach named(
      FleetView fleet, Dependencies dependencies, String thing, SortedSet<String> by) {
    SortedSet<CellName> cells = new TreeSet<>();
    by.forEach(stack -> cells.addAll(fleet.behind(stack)));
    if (thing.startsWith("stack ")) {
      cells.addAll(fleet.behind(thing.substring("stack ".length())));
    }
    List<String> path = new ArrayList<>();
    path.add(thing);
    path.addAll(dependencies.places(thing));
    path.add(fleet.usersOf(cells));
    return Reach.uncontained(
        Failure.DEPENDENCY,
        thing + ", which " + by.size() + (by.size() == 1 ? " stack rests on" : " stacks rest on"),
        cells,
        path);
  }

  private static void global(FleetView fleet, GlobalService service, List<Reach> reaches) {
    SortedSet<CellName> cells = new TreeSet<>();
    Optional<String> witness = Optional.empty();
    for (StackView view : fleet.stacks().values()) {
      Optional<Declared> first =
          view.resources().stream()
              .filter(resource -> resource.node().type().startsWith(service.types()))
              .findFirst();
      if (first.isPresent()) {
        cells.addAll(fleet.behind(view.name()));
        witness = witness.or(() -> first.map(resource -> resource.node().urn()));
      }
    }
    if (cells.isEmpty()) {
      return;
    }
    List<String> path =
        List.of("AWS " + service.service(), witness.orElse(""), fleet.usersOf(cells));
    if (service.hasOneDataPlane()) {
      reaches.add(
          Reach.uncontained(
              Failure.DEPENDENCY,
              service.service() + " itself, which no wall divides",
              cells,
              path));
    }
    reaches.add(
        new Reach(
            Failure.DEPENDENCY,
            "changes of " + service.service() + ", made in " + service.controlPlane() + " alone",
            cells,
            new TreeSet<>(),
            "while it lasts nothing of it can be changed",
            List.of(
                new Containment(
                    "what serves requests goes on with what it has",
                    "AWS's word: Fault Isolation Boundaries")),
            path,
            List.of()));
  }
}
