package io.cellwall.cell;

import io.cellwall.cell.access.AccessPlan;
import io.cellwall.cell.boundary.BoundaryPlan;
import io.cellwall.cell.bundle.PlatformBundlePlan;
import io.cellwall.cell.compute.ClusterPlan;
import io.cellwall.cell.compute.ComputePlan;
import io.cellwall.cell.dns.HostedZonePlan;
import io.cellwall.cell.ingress.IngressPlan;
import io.cellwall.cell.install.InstallPlan;
import io.cellwall.cell.keys.KeysPlan;
import io.cellwall.cell.network.NetworkPlan;
import io.cellwall.cell.registry.RegistryPlan;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.Inventory;
import io.cellwall.wiring.Place;

/**
 * Everything that a cell's resources are made from, and nothing else: two plans are equal exactly
 * if the cells they describe are. What applies to every resource alike (region, account, tags) is
 * the provider's.
 *
 * @param name the cell's name
 * @param keys its encryption keys
 * @param boundary the most that its roles may do
 * @param network its network
 * @param compute its cluster
 * @param access who may work on and in it
 * @param registry what the platform is pulled from
 * @param install how the platform comes into the cluster
 * @param hostedZone its hosted zone
 * @param ingress the one way into it
 */
public record CellPlan(
    String name,
    KeysPlan keys,
    BoundaryPlan boundary,
    NetworkPlan network,
    ComputePlan compute,
    AccessPlan access,
    RegistryPlan registry,
    InstallPlan install,
    HostedZonePlan hostedZone,
    IngressPlan ingress) {

  /**
   * Plans a cell.
   *
   * @throws IllegalArgumentException if the cell is not of the inventory, or its addresses,
   *     availability zones or version of Kubernetes cannot be served; a validated inventory has no
   *     such cell
   */
  public static CellPlan of(Inventory inventory, Cell cell) {
    if (!cell.equals(inventory.cells().get(cell.name()))) {
      throw new IllegalArgumentException(cell.name() + " is not a cell of this inventory");
    }
    Place place = new Place(cell.name().toString(), cell.region(), cell.account());
    BoundaryPlan boundary = BoundaryPlan.of(place);
    NetworkPlan network = NetworkPlan.of(place, cell, inventory.zoneOf(cell), boundary.arn());
    PlatformBundlePlan bundle = PlatformBundlePlan.of(cell, ClusterPlan.SERVICES);
    return new CellPlan(
        place.name(),
        KeysPlan.of(place),
        boundary,
        network,
        ComputePlan.of(place, cell, inventory.hostOf(cell), network, boundary.arn()),
        AccessPlan.of(place, cell, boundary.arn()),
        RegistryPlan.of(place, bundle),
        InstallPlan.of(place, bundle, boundary.arn()),
        HostedZonePlan.of(place, inventory.hostOf(cell)),
        IngressPlan.of(place, inventory, cell));
  }
}
