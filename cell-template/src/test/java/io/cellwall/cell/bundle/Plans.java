package io.cellwall.cell.bundle;

import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.CellSize;
import io.cellwall.regions.model.Cidr;
import io.cellwall.regions.model.Mesh;
import io.cellwall.regions.model.NatGateways;
import io.cellwall.regions.model.NodeProvisioning;
import io.cellwall.regions.model.Release;
import io.cellwall.regions.model.ZoneName;

/** Plans that the tests share. */
final class Plans {

  private Plans() {}

  /** A cell with everything that EKS can do for it. */
  static PlatformBundlePlan autoMode() {
    return plan("eu-west-1-cell-03", "206626436606", Mesh.NONE, NodeProvisioning.AUTO_MODE);
  }

  /** A cell with everything that the bundle can bring. */
  static PlatformBundlePlan nodeGroupsWithMesh() {
    return plan(
        "eu-west-1-cell-03", "206626436606", Mesh.ISTIO_AMBIENT, NodeProvisioning.NODE_GROUPS);
  }

  static PlatformBundlePlan plan(String cell, String account, Mesh mesh, NodeProvisioning nodes) {
    return new PlatformBundlePlan(
        CellName.parse(cell),
        AccountId.parse(account),
        ZoneName.parse("eu"),
        Cidr.parse("10.18.64.0/18"),
        Cidr.parse("172.20.0.0/16"),
        Release.parse("2026.11.0"),
        TenantTier.forSize(CellSize.MEDIUM),
        mesh,
        nodes,
        NatGateways.PER_ZONE);
  }
}
