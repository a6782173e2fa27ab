package io.cellwall.regions.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A residency zone: the regions that its data may rest in, pass through or be processed in.
 *
 * @param name the zone's name
 * @param regulations names of the laws that the zone keeps, such as {@code GDPR}
 * @param regions its regions, sorted; each belongs to this zone alone
 * @param host the host name its users call
 * @param writerRegion the one region that writes the home-cell table
 * @param account the account of the zone's edge stack
 * @param edges the edge of each region that has one
 * @param approvedQuotas what AWS has granted the edge stack's account, where it is not the default
 * @param signingKey number of the key that signs the zone's tokens; the next one stands ready
 * @param facts what was recorded at admission
 */
public record Zone(
    ZoneName name,
    List<String> regulations,
    List<Region> regions,
    HostName host,
    Region writerRegion,
    AccountId account,
    SortedMap<Region, RegionEdge> edges,
    SortedMap<QuotaCode, Long> approvedQuotas,
    int signingKey,
    Optional<ZoneFacts> facts) {

  public Zone {
    regulations = List.copyOf(regulations);
    regions = regions.stream().sorted().toList();
    edges = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(edges)));
    approvedQuotas = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(approvedQuotas)));
  }

  /** A zone with its first signing key, not yet admitted. */
  public Zone(
      ZoneName name,
      List<String> regulations,
      List<Region> regions,
      HostName host,
      Region writerRegion,
      AccountId account,
      SortedMap<Region, RegionEdge> edges,
      SortedMap<QuotaCode, Long> approvedQuotas) {
    this(
        name,
        regulations,
        regions,
        host,
        writerRegion,
        account,
        edges,
        approvedQuotas,
        1,
        Optional.empty());
  }

  /** This zone with what was recorded of its edge. */
  public Zone with(ZoneFacts recorded) {
    return with(edges, Optional.of(recorded));
  }

  /**
   * This zone with what was recorded of one region's edge.
   *
   * @throws IllegalArgumentException if the region has no edge
   */
  public Zone with(Region region, EdgeFacts recorded) {
    RegionEdge edge = edges.get(region);
    if (edge == null) {
      throw new IllegalArgumentException("zone " + name + " has no edge in " + region);
    }
    SortedMap<Region, RegionEdge> changed = new TreeMap<>(edges);
    changed.put(
        region,
        new RegionEdge(
            edge.account(),
            edge.cidr(),
            edge.approvedQuotas(),
            edge.availabilityZones(),
            Optional.of(recorded)));
    return with(changed, facts);
  }

  private Zone with(SortedMap<Region, RegionEdge> newEdges, Optional<ZoneFacts> newFacts) {
    return new Zone(
        name,
        regulations,
        regions,
        host,
        writerRegion,
        account,
        newEdges,
        approvedQuotas,
        signingKey,
        newFacts);
  }

  /**
   * The region whose edge holds the hosted zone of the zone's cells: the writer region, or the
   * first with an edge. Empty where the zone has no edge.
   */
  public Optional<Region> cellDirectoryRegion() {
    return edges.containsKey(writerRegion)
        ? Optional.of(writerRegion)
        : edges.keySet().stream().findFirst();
  }

  /**
   * The edge of one region of a zone: where the routers stand.
   *
   * @param account the account of the region's edge stack
   * @param cidr the routers' addresses
   * @param approvedQuotas what AWS has granted the account, where it is not the default
   * @param availabilityZones where the routers stand, sorted; empty where nobody chose
   * @param facts what was recorded at admission
   */
  public record RegionEdge(
      AccountId account,
      Cidr cidr,
      SortedMap<QuotaCode, Long> approvedQuotas,
      List<AvailabilityZoneId> availabilityZones,
      Optional<EdgeFacts> facts) {

    public RegionEdge {
      availabilityZones = availabilityZones.stream().sorted().toList();
      approvedQuotas = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(approvedQuotas)));
    }

    /** An edge where AWS's first three availability zones will do, not yet admitted. */
    public RegionEdge(AccountId account, Cidr cidr, SortedMap<QuotaCode, Long> approvedQuotas) {
      this(account, cidr, approvedQuotas, List.of(), Optional.empty());
    }

    /** Where the routers stand: as chosen, else the first three of the edge's region. */
    public List<AvailabilityZoneId> availabilityZonesIn(Region region) {
      return availabilityZones.isEmpty()
          ? AvailabilityZoneId.firstThreeOf(region)
          : availabilityZones;
    }
  }
}
