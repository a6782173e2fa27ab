package io.cellwall.regions.validation;

import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.NatGateways;
import io.cellwall.regions.model.NodeProvisioning;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.written.CellFile;
import io.cellwall.regions.written.CellFile.Cluster;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;

/**
 * With node groups the cell's own controller calls Elastic Load Balancing: through an interface
 * endpoint, which China does not have, or through NAT.
 *
 * @see <a href="https://docs.amazonaws.cn/en_us/aws/latest/userguide/elb.html">Elastic Load
 *     Balancing in China</a>
 */
final class LoadBalancingOutOfReach implements InventoryRule {

  @Override
  public void check(WrittenInventory inventory, Report report) {
    for (WrittenFile<CellName, CellFile> file : inventory.cells()) {
      CellFile cell = file.content();

      Region region = cell.region().orNull();
      if (region != null
          && region.partition().equals("aws-cn")
          && cell.nat().is(NatGateways.NONE)
          && cell.compute().at(Cluster::nodes).is(NodeProvisioning.NODE_GROUPS)) {
        report.violation(
            file,
            cell.nat(),
            "nat is none and nodes are node groups; in "
                + region
                + " their load balancer controller reaches Elastic Load Balancing by NAT only",
            "Write nat: per-zone or nat: single, or compute.nodes: auto-mode.");
      }
    }
  }
}
