package io.cellwall.edge;

import io.cellwall.regions.model.AvailabilityZoneId;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.Zone;
import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Place;

/**
 * The names by which the edges of one zone know one another's resources. Computed on both sides, so
 * that no stack reads another.
 *
 * @param organization who runs the fleet: buckets are named for all of AWS
 * @param zone the zone
 */
public record EdgeNames(String organization, Zone zone) {

  /**
   * The names of a zone.
   *
   * @throws IllegalArgumentException if the zone is not of the inventory
   */
  public static EdgeNames of(Inventory inventory, Zone zone) {
    if (!zone.equals(inventory.zones().get(zone.name()))) {
      throw new IllegalArgumentException(zone.name() + " is not a zone of this inventory");
    }
    return new EdgeNames(inventory.fleet().organization(), zone);
  }

  /** Where the zone's edge has something: in its own account, in one of the zone's regions. */
  public Place zoneAt(Region region) {
    return new Place("edge-" + zone.name(), region, zone.account());
  }

  /**
   * Where a region's edge is.
   *
   * @throws IllegalArgumentException if the region has none
   */
  public Place regionAt(Region region) {
    Zone.RegionEdge edge = zone.edges().get(region);
    if (edge == null) {
      throw new IllegalArgumentException("zone " + zone.name() + " has no edge in " + region);
    }
    return new Place("edge-" + region, region, edge.account());
  }

  /** The role that a region's routers work as. */
  public Arn router(Region region) {
    Place place = regionAt(region);
    return place.iamArn("role/" + place.named("router"));
  }

  /** The role of whoever places tenants in cells, the only one that writes. */
  public Arn placement() {
    return writer().iamArn("role/" + writer().named("placement"));
  }

  /** The role of whoever signs the zone's tokens. */
  public Arn issuer() {
    return writer().iamArn("role/" + writer().named("issuer"));
  }

  private Place writer() {
    return zoneAt(zone.writerRegion());
  }

  /** The home-cell table, or its replica, of a region. */
  public Arn homeCells(Region region) {
    Place place = zoneAt(region);
    return place.arn("dynamodb", "table/" + place.named("home-cells"));
  }

  /** The bucket from which a region's routers take the zone's public keys. */
  public String keySetBucket(Region region) {
    // The region in short: a bucket's name has 63 characters.
    return bucket(zoneAt(region), "keys-" + AvailabilityZoneId.prefixOf(region));
  }

  /** The name of a bucket: with its account, so that nobody else can have taken it. */
  public String bucket(Place place, String part) {
    return organization + "-" + place.named(part) + "-" + place.account();
  }
}
