package io.cellwall.fleet.blast;

import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.Failure;
import io.cellwall.regions.model.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A wrong change: of one stack, and of what all stacks of a release are made from.
 *
 * <p>One deployment reaches one stack. How many stacks get a wrong release before somebody stops is
 * not in the inventory: undecided, so everybody who runs it.
 */
final class ConfigurationFailures implements FailureMode {

  @Override
  public List<Reach> reaches(FleetView fleet) {
    List<Reach> reaches = new ArrayList<>();
    for (StackView view : fleet.stacks().values()) {
      if (view.resources().isEmpty()) {
        continue;
      }
      SortedSet<CellName> cells = fleet.behind(view.name());
      reaches.add(
          Reach.uncontained(
                  Failure.CONFIGURATION,
                  "a change of " + view.name(),
                  cells,
                  List.of(
                      "a wrong deployment of " + view.name(),
                      "%d resources of the stack".formatted(view.resources().size()),
                      fleet.usersOf(cells)))
              .with(
                  List.of(
                      new Containment(
                          "a deployment changes one stack: no other is read or written by it",
                          "the stack " + view.name()))));
    }
    Map<Release, SortedSet<CellName>> releases =
        new TreeMap<>(java.util.Comparator.comparing(Release::value));
    for (Cell cell : fleet.cells()) {
      releases.computeIfAbsent(cell.release(), any -> new TreeSet<>()).add(cell.name());
    }
    releases.forEach((release, cells) -> reaches.add(release(fleet, release, cells)));
    return reaches;
  }

  private static Reach release(FleetView fleet, Release release, SortedSet<CellName> cells) {
    return Reach.uncontained(
            Failure.CONFIGURATION,
            "release " + release.value() + " and what fleet.yaml gives to every stack",
            cells,
            List.of(
                "a mistake in the templates, or in fleet.yaml",
                "%d cells run release %s".formatted(cells.size(), release.value()),
                fleet.usersOf(cells)))
        .with(
            List.of(
                new Containment(
                    "it is deployed stack by stack; stopping after the first one that fails keeps it"
                        + " to that one",
                    "%d stacks".formatted(cells.size())),
                new Containment("a cell can be pinned to another release", "cells/*.yaml release")))
        .butUndecided(
            List.of("nothing in the inventory says where a rollout stops: all who run it count"));
  }
}
