package io.cellwall.policies.proof;

import io.cellwall.policies.proof.rule.Aspect;
import io.cellwall.policies.proof.rule.Objection;
import io.cellwall.policies.waivers.Judgement;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.model.GlobalByDesign;
import io.cellwall.regions.model.Inventory;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What one can show an auditor: for each stack and zone what is proven, the pairs of stacks of
 * which something is not, the doors that the inventory declares, and what all that rests on.
 *
 * @param stacks each stack that was looked at, in the order of the fleet
 * @param zones the zones of those stacks, in their order
 * @param pairs the pairs of which something is not proven, those with one reason together
 * @param doors the declared doors
 * @param missing how many stacks of the fleet were not looked at
 * @param restsOn what it rests on, a sentence each
 */
public record FleetStatement(
    List<OfStack> stacks,
    List<OfZone> zones,
    List<OfPairs> pairs,
    List<Door> doors,
    int missing,
    List<String> restsOn) {

  /** What is proven of one stack. */
  public record OfStack(String stack, Optional<String> zone, Map<Aspect, Standing> standing) {
    public OfStack {
      standing = Collections.unmodifiableMap(new TreeMap<>(standing));
    }

    /** What it comes to in this aspect. */
    public Standing in(Aspect aspect) {
      return standing.getOrDefault(aspect, Standing.PROVEN);
    }
  }

  /**
   * What is proven of one zone.
   *
   * @param zone its name
   * @param regulations the laws that it keeps
   * @param regions its regions
   * @param standing the worst of its stacks, by aspect
   * @param resources number of resources by region
   * @param byDesign number of resources that AWS runs outside any zone
   */
  public record OfZone(
      String zone,
      List<String> regulations,
      List<String> regions,
      Map<Aspect, Standing> standing,
      SortedMap<String, Integer> resources,
      SortedMap<GlobalByDesign, Integer> byDesign) {}

  /**
   * Pairs of which something is not proven, for one reason.
   *
   * @param aspect what of
   * @param from stacks from which something gets in; empty: from any
   * @param to the stack whose wall it is
   * @param standing what it comes to
   * @param finding id of the finding that says why
   */
  public record OfPairs(
      Aspect aspect, SortedSet<String> from, String to, Standing standing, String finding) {}

  /**
   * A declared door.
   *
   * @param kind what it is
   * @param from the stack that comes in
   * @param to the stack that it comes into
   * @param what what passes
   */
  public record Door(String kind, String from, String to, String what) implements Comparable<Door> {
    @Override
    public int compareTo(Door other) {
      return java.util.Comparator.comparing(Door::kind)
          .thenComparing(Door::from)
          .thenComparing(Door::to)
          .thenComparing(Door::what)
          .compare(this, other);
    }
  }

  /**
   * The statement that a proof amounts to.
   *
   * @param judgements what stands and what is waived of its findings, for each stack
   */
  public static FleetStatement of(
      Inventory inventory, FleetProof proof, Collection<Judgement> judgements) {
    Set<Finding> standing = new HashSet<>();
    judgements.forEach(judgement -> standing.addAll(judgement.findings()));
    Map<String, Map<Aspect, Standing>> byStack = new LinkedHashMap<>();
    for (Objection each : proof.objections()) {
      Standing weight = weight(each.finding(), standing);
      Stream<String> ends =
          each.aspect() == Aspect.NETWORK
              ? Stream.concat(each.from().stream(), Stream.of(each.to()))
              : Stream.of(each.to());
      ends.forEach(
          stack ->
              byStack
                  .computeIfAbsent(stack, key -> new EnumMap<>(Aspect.class))
                  .merge(each.aspect(), weight, Standing::or));
    }
    ZonesOfStacks zones = new ZonesOfStacks(inventory);
    List<OfStack> stacks =
        proof.residency().keySet().stream()
            .map(
                stack -> new OfStack(stack, zones.of(stack), byStack.getOrDefault(stack, Map.of())))
            .toList();
    return new FleetStatement(
        stacks,
        inventory.zones().values().stream()
            .flatMap(zone -> ZoneTally.of(zone, stacks, proof).stream())
            .toList(),
        pairs(proof, standing),
        Doors.of(inventory, proof),
        zones.count() - stacks.size(),
        Foundations.of(inventory, proof));
  }

  private static Standing weight(Finding finding, Set<Finding> standing) {
    if (!standing.contains(finding)) {
      return Standing.WAIVED;
    }
    return switch (finding.severity()) {
      case VIOLATION -> Standing.REFUTED;
      case UNDECIDED -> Standing.UNDECIDED;
      case WARNING -> Standing.DECLARED;
    };
  }

  private static List<OfPairs> pairs(FleetProof proof, Set<Finding> standing) {
    Map<String, OfPairs> pairs = new LinkedHashMap<>();
    for (Objection each : proof.objections()) {
      if (each.aspect() != Aspect.RESIDENCY) {
        SortedSet<String> from = new TreeSet<>(each.from().stream().toList());
        OfPairs found =
            new OfPairs(
                each.aspect(),
                from,
                each.to(),
                weight(each.finding(), standing),
                each.finding().id());
        pairs.merge(
            each.aspect() + " " + found.finding() + " " + each.to() + " " + from.isEmpty(),
            found,
            FleetStatement::together);
      }
    }
    return List.copyOf(pairs.values());
  }

  private static OfPairs together(OfPairs one, OfPairs other) {
    SortedSet<String> from = new TreeSet<>(one.from());
    from.addAll(other.from());
    return new OfPairs(one.aspect(), from, one.to(), one.standing(), one.finding());
  }

  /** Tells whether everything is proven, or waived. */
  public boolean holds() {
    return stacks.stream()
        .flatMap(stack -> stack.standing().values().stream())
        .allMatch(Standing::holds);
  }

  /** How many ordered pairs of the stacks there are. */
  public long pairCount() {
    return (long) stacks.size() * (stacks.size() - 1);
  }
}
