package io.cellwall.fleet.change.danger;

import io.cellwall.fleet.change.Action;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A cell is in another zone, a zone has other regions, or a provider makes elsewhere. */
final class ZoneChanged implements DangerRule {

  private static final Set<String> WHERE = Set.of("region", "allowedAccountIds");

  @Override
  public String reason() {
    return "Data may come to rest under another law: have it decided by whoever answers for"
        + " residency.";
  }

  @Override
  public List<Finding> inStack(StackDelta delta) {
    return delta
        .resources()
        .filter(
            each ->
                each.type().startsWith("pulumi:providers:")
                    && each.action() != Action.CREATE
                    && each.action() != Action.DELETE)
        .flatMap(
            each ->
                each.differences().stream()
                    .filter(difference -> WHERE.contains(difference.input()))
                    .map(
                        difference ->
                            danger(
                                each.urn(),
                                "the provider " + each.name() + ": " + difference.words(),
                                List.of())))
        .toList();
  }

  @Override
  public List<Finding> inFleet(FleetDelta delta) {
    List<Finding> found = new ArrayList<>();
    for (Cell cell : delta.after().cells().values()) {
      delta
          .before()
          .cell(cell.name())
          .filter(was -> !was.zone().equals(cell.zone()))
          .ifPresent(
              was ->
                  found.add(
                      danger(
                          "cells/" + cell.name(),
                          "the cell is in the zone " + cell.zone() + ", and was in " + was.zone(),
                          delta.places().apply("cells/" + cell.name() + ".yaml"))));
    }
    for (Zone zone : delta.after().zones().values()) {
      Optional.ofNullable(delta.before().zones().get(zone.name()))
          .filter(was -> !was.regions().equals(zone.regions()))
          .ifPresent(
              was ->
                  found.add(
                      danger(
                          "zones/" + zone.name(),
                          "the zone's regions are "
                              + zone.regions()
                              + ", and were "
                              + was.regions(),
                          delta.places().apply("zones/" + zone.name() + ".yaml"))));
    }
    return List.copyOf(found);
  }
}
