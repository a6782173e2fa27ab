package io.cellwall.cell.bundle;

import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.Cidr;
import io.cellwall.regions.model.Mesh;
import io.cellwall.regions.model.NatGateways;
import io.cellwall.regions.model.NodeProvisioning;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.Release;
import io.cellwall.regions.model.ZoneName;
import java.util.Comparator;
import java.util.List;

/**
 * Everything that the bundle of one cell depends on.
 *
 * @param cell the cell's name
 * @param account its account, whose registry everything is pulled from
 * @param zone the residency zone whose data it holds
 * @param cidr addresses of its network
 * @param serviceCidr addresses of its Kubernetes services, outside of its network; EKS takes
 *     10.100.0.0/16 or 172.20.0.0/16 unless told
 * @param release the release that the bundle is part of
 * @param tiers its tenant tiers, sorted by name
 * @param mesh the mesh between its workloads
 * @param nodes who runs its nodes
 * @param nat how they reach the internet
 */
public record PlatformBundlePlan(
    CellName cell,
    AccountId account,
    ZoneName zone,
    Cidr cidr,
    Cidr serviceCidr,
    Release release,
    List<TenantTier> tiers,
    Mesh mesh,
    NodeProvisioning nodes,
    NatGateways nat) {

  public PlatformBundlePlan {
    tiers = tiers.stream().sorted(Comparator.comparing(TenantTier::name)).toList();
  }

  /** The bundle of a cell of the inventory, with the tiers of its size. */
  public static PlatformBundlePlan of(Cell cell, Cidr serviceCidr) {
    return new PlatformBundlePlan(
        cell.name(),
        cell.account(),
        cell.zone(),
        cell.cidr(),
        serviceCidr,
        cell.release(),
        TenantTier.forSize(cell.size()),
        cell.compute().mesh(),
        cell.compute().nodes(),
        cell.nat());
  }

  /** The region the cell lies in. */
  public Region region() {
    return cell.region();
  }

  /** The only registry that the cell pulls charts and images from. */
  public CellRegistry registry() {
    return new CellRegistry(account, region());
  }
}
