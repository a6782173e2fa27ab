package io.cellwall.edge;

import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.Zone;
import io.cellwall.wiring.Place;
import io.cellwall.wiring.key.KeyPlan;
import io.cellwall.wiring.key.KeyStatements;
import io.cellwall.wiring.policy.PolicyDocument;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The table that says which cell is a tenant's home. One for each zone, never beyond it.
 *
 * @param name the table's name, the same in every region
 * @param writerRegion where the table lies that is written
 * @param replicaRegions where its replicas lie, sorted: the zone's other regions that have an edge
 * @param keys a key of its own for every region that has the table
 */
public record HomeCellTablePlan(
    String name,
    Region writerRegion,
    List<Region> replicaRegions,
    SortedMap<Region, KeyPlan> keys) {

  /** The tenant's handle; the rest of an item is for those who read and write it. */
  public static final String KEY_ATTRIBUTE = "tenant";

  public HomeCellTablePlan {
    replicaRegions = replicaRegions.stream().sorted().toList();
    keys = Collections.unmodifiableSortedMap(new TreeMap<>(keys));
  }

  /**
   * The table of a zone.
   *
   * @param place the zone's edge in its writer region
   * @throws IllegalArgumentException if the zone has its writer region or an edge outside its
   *     regions; a validated inventory has no such zone
   */
  static HomeCellTablePlan of(Place place, Zone zone) {
    TreeMap<Region, KeyPlan> keys = new TreeMap<>();
    keys.put(zone.writerRegion(), key(place));
    zone.edges().keySet().forEach(region -> keys.put(region, key(place.in(region))));
    for (Region region : keys.keySet()) {
      if (!zone.regions().contains(region)) {
        throw new IllegalArgumentException(
            "the home-cell table of zone %s may not lie in %s, which is not one of its regions %s"
                .formatted(zone.name(), region, zone.regions()));
      }
    }
    return new HomeCellTablePlan(
        place.named("home-cells"),
        zone.writerRegion(),
        keys.keySet().stream().filter(region -> !region.equals(zone.writerRegion())).toList(),
        keys);
  }

  private static KeyPlan key(Place place) {
    return KeyPlan.of(
        place.named("home-cells-" + place.region()),
        "Home-cell table of " + place.name() + " in " + place.region(),
        PolicyDocument.of(
            KeyStatements.administration(place),
            KeyStatements.useThrough(place, "dynamodb"),
            KeyStatements.grantsFor(place, "dynamodb")));
  }
}
