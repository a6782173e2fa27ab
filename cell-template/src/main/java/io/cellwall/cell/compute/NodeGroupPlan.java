package io.cellwall.cell.compute;

import io.cellwall.cell.bundle.TenantTier;
import io.cellwall.regions.model.AvailabilityZoneId;
import io.cellwall.regions.model.Cell;
import io.cellwall.wiring.Place;
import java.util.List;

/**
 * The node group of one availability zone.
 *
 * @param name its name
 * @param availabilityZone where its nodes are
 * @param instanceTypes the instance types, the first that there is
 * @param smallest the fewest nodes
 * @param largest the most nodes
 */
public record NodeGroupPlan(
    String name,
    AvailabilityZoneId availabilityZone,
    List<String> instanceTypes,
    int smallest,
    int largest) {

  // Eight cores and 32 GiB: the largest container that a tier admits fits, and the loss of a node
  // costs little.
  private static final List<String> TYPES = List.of("m7i.2xlarge", "m6i.2xlarge", "m5.2xlarge");
  private static final int CORES = 8;

  // A quarter more than the tenants' quotas, for the platform and what the system reserves.
  private static final double ROOM = 1.25;

  public NodeGroupPlan {
    instanceTypes = List.copyOf(instanceTypes);
  }

  /**
   * The groups of a cell. With a zone lost, the others together hold all that the tiers' quotas
   * admit; a quarter of that is always there.
   */
  static List<NodeGroupPlan> of(Place place, Cell cell) {
    int cores = TenantTier.forSize(cell.size()).stream().mapToInt(tier -> tier.quota().cpu()).sum();
    int zonesLeft = cell.availabilityZones().size() - 1;
    int largest = (int) Math.ceil(cores * ROOM / CORES / Math.max(1, zonesLeft));
    int smallest = Math.max(1, (int) Math.ceil(largest / 4.0));
    return cell.availabilityZones().stream()
        .map(
            zone ->
                new NodeGroupPlan(
                    place.named("nodes-" + zone.suffix()), zone, TYPES, smallest, largest))
        .toList();
  }
}
