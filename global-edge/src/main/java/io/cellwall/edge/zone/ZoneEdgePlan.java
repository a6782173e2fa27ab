package io.cellwall.edge.zone;

import io.cellwall.edge.DescriptorPlan;
import io.cellwall.edge.EdgeNames;
import io.cellwall.edge.dns.SignedZonePlan;
import io.cellwall.regions.model.EdgeFacts.CertificateRecord;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.Zone;
import io.cellwall.wiring.Place;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that the resources of a zone's edge are made from, and nothing else. What applies to
 * every resource alike (account, tags) is the providers'.
 *
 * @param name the stack's name: {@code edge-eu}
 * @param region the zone's writer region
 * @param hostedZone the hosted zone of the name that the zone's users call
 * @param certificateRecords by resource name, the records by which ACM knows the zone; one for each
 *     admitted edge of a region
 * @param accelerator the zone's entry
 * @param homeCells the zone's home-cell table
 * @param signingKeys the keys of the zone's tokens
 * @param descriptor what it knows of itself
 */
public record ZoneEdgePlan(
    String name,
    Region region,
    SignedZonePlan hostedZone,
    SortedMap<String, CertificateRecord> certificateRecords,
    AcceleratorPlan accelerator,
    HomeCellTablePlan homeCells,
    SigningKeysPlan signingKeys,
    DescriptorPlan descriptor) {

  public ZoneEdgePlan {
    certificateRecords = Collections.unmodifiableSortedMap(new TreeMap<>(certificateRecords));
  }

  /**
   * Plans a zone's edge. Cells have no part in it: it stays as it is while they come and go.
   *
   * @throws IllegalArgumentException if the zone is not of the inventory, or has its writer region
   *     or an edge outside its regions
   */
  public static ZoneEdgePlan of(Inventory inventory, Zone zone) {
    EdgeNames names = EdgeNames.of(inventory, zone);
    Place place = names.zoneAt(zone.writerRegion());
    HomeCellTablePlan homeCells = HomeCellTablePlan.of(names);
    return new ZoneEdgePlan(
        place.name(),
        place.region(),
        SignedZonePlan.of(
            place.name(), zone.account(), zone.host(), "Host names of " + place.name()),
        certificateRecords(zone, place),
        AcceleratorPlan.of(names),
        homeCells,
        SigningKeysPlan.of(names),
        DescriptorPlan.of(place, zone.name()));
  }

  private static SortedMap<String, CertificateRecord> certificateRecords(Zone zone, Place place) {
    TreeMap<String, CertificateRecord> records = new TreeMap<>();
    zone.edges()
        .forEach(
            (region, edge) ->
                edge.facts()
                    .ifPresent(
                        facts ->
                            records.put(
                                place.named("certificate-" + region), facts.certificateRecord())));
    return records;
  }

  /** The zone's regions in which the edge has resources: it needs a provider for each. */
  public List<Region> regions() {
    return List.copyOf(homeCells.keys().keySet());
  }
}
