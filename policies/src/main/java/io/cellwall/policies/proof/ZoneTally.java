package io.cellwall.policies.proof;

import io.cellwall.policies.proof.FleetStatement.OfStack;
import io.cellwall.policies.proof.FleetStatement.OfZone;
import io.cellwall.policies.proof.residency.Residency;
import io.cellwall.policies.proof.rule.Aspect;
import io.cellwall.regions.model.GlobalByDesign;
import io.cellwall.regions.model.Zone;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the stacks of a zone come to together. */
final class ZoneTally {

  private ZoneTally() {}

  /** The zone's statement; empty if none of its stacks was looked at. */
  static Optional<OfZone> of(Zone zone, List<OfStack> stacks, FleetProof proof) {
    Map<Aspect, Standing> worst = new EnumMap<>(Aspect.class);
    SortedMap<String, Integer> resources = new TreeMap<>();
    SortedMap<GlobalByDesign, Integer> byDesign = new TreeMap<>();
    boolean any = false;
    for (OfStack stack : stacks) {
      Residency residency = proof.residency().get(stack.stack());
      if (residency != null && stack.zone().filter(zone.name().value()::equals).isPresent()) {
        any = true;
        for (Aspect aspect : Aspect.values()) {
          worst.merge(aspect, stack.in(aspect), Standing::or);
        }
        residency
            .byRegion()
            .forEach((region, count) -> resources.merge(region, count, Integer::sum));
        residency.byDesign().forEach((what, count) -> byDesign.merge(what, count, Integer::sum));
      }
    }
    return any
        ? Optional.of(
            new OfZone(
                zone.name().value(),
                zone.regulations(),
                zone.regions().stream().map(region -> region.code()).toList(),
                worst,
                resources,
                byDesign))
        : Optional.empty();
  }
}
