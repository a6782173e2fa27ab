package io.cellwall.regions.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
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
 */
public record Zone(
    ZoneName name,
    List<String> regulations,
    List<Region> regions,
    HostName host,
    Region writerRegion,
    AccountId account,
    SortedMap<Region, RegionEdge> edges,
    SortedMap<QuotaCode, Long> approvedQuotas) {

  public Zone {
    regulations = List.copyOf(regulations);
    regions = regions.stream().sorted().toList();
    edges = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(edges)));
    approvedQuotas = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(approvedQuotas)));
  }

  /**
   * The edge of one region of a zone: where the routers stand.
   *
   * @param account the account of the region's edge stack
   * @param cidr the routers' addresses
   * @param approvedQuotas what AWS has granted the account, where it is not the default
   */
  public record RegionEdge(
      AccountId account, Cidr cidr, SortedMap<QuotaCode, Long> approvedQuotas) {
    public RegionEdge {
      approvedQuotas = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(approvedQuotas)));
    }
  }
}
