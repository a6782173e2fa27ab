package io.cellwall.policies.ownership;

import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.Cidr;
import io.cellwall.regions.model.EksRegistries;
import io.cellwall.regions.model.GlobalByDesign;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.StackName;
import io.cellwall.regions.model.StandbyPair;
import io.cellwall.regions.model.Zone;
import io.cellwall.regions.model.ZoneName;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the inventory gives to one stack: the wall stands around this.
 *
 * @param stack the stack
 * @param zone its zone; the global edge has none
 * @param account its account
 * @param regions where its providers may make resources, sorted
 * @param addresses its block of addresses, where it has one
 * @param tags the tags that each of its resources must carry
 * @param pairs the pairs of its zone of which one cell stands by for the other
 */
public record Home(
    StackName stack,
    Optional<Zone> zone,
    AccountId account,
    List<Region> regions,
    Optional<Cidr> addresses,
    SortedMap<String, String> tags,
    List<StandbyPair> pairs) {

  public Home {
    pairs = List.copyOf(pairs);
    regions = regions.stream().sorted().toList();
    tags = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(tags)));
  }

  /** Tells whether the account is AWS's own, with the images of EKS add-ons for one's regions. */
  boolean readsImagesFrom(String account) {
    return regions.stream()
        .flatMap(region -> EksRegistries.of(region).stream())
        .anyMatch(registry -> registry.value().equals(account));
  }

  /** Tells whether this is a cell, and so may know no other. */
  public boolean isCell() {
    return stack instanceof StackName.OfCell;
  }

  /** Tells whether this is the stack above the zones. */
  public boolean isGlobal() {
    return stack instanceof StackName.OfGlobalEdge;
  }

  /** The regions in which something of this stack may lie: its zone's, or its own. */
  public Set<Region> admissibleRegions() {
    return Set.copyOf(zone.map(Zone::regions).orElse(regions));
  }

  /**
   * The regions beyond its own in which AWS, by its own design, has something that the stack needs:
   * the key of DNSSEC, for the two kinds of stacks that hold signed hosted zones.
   */
  public List<Region> regionsByDesign() {
    return isGlobal() || stack instanceof StackName.OfZoneEdge
        ? GlobalByDesign.withRegion().stream().flatMap(each -> each.region().stream()).toList()
        : List.of();
  }

  /** The name of its zone. */
  public Optional<ZoneName> zoneName() {
    return zone.map(Zone::name);
  }
}
