package io.cellwall.regions.validation;

import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.KubernetesVersion;
import io.cellwall.regions.model.NodeProvisioning;
import io.cellwall.regions.written.CellFile;
import io.cellwall.regions.written.CellFile.Cluster;
import io.cellwall.regions.written.Field;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;

/**
 * EKS Auto Mode starts with Kubernetes 1.29.
 *
 * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/create-auto.html">Create a cluster
 *     with Auto Mode</a>
 */
final class AutoModeNeedsNewerKubernetes implements InventoryRule {

  private static final KubernetesVersion FIRST = new KubernetesVersion(29);

  @Override
  public void check(WrittenInventory inventory, Report report) {
    Field<KubernetesVersion> fleets = inventory.fleet().content().kubernetesVersion();
    for (WrittenFile<CellName, CellFile> file : inventory.cells()) {
      CellFile cell = file.content();

      Field<KubernetesVersion> pinned = cell.compute().at(Cluster::kubernetesVersion);
      KubernetesVersion version = pinned.written() ? pinned.orNull() : fleets.orNull();
      if (version != null
          && cell.compute().at(Cluster::nodes).is(NodeProvisioning.AUTO_MODE)
          && version.compareTo(FIRST) < 0) {
        report.violation(
            file,
            pinned,
            "the cell runs Kubernetes %s; EKS Auto Mode needs %s or newer"
                .formatted(version, FIRST),
            "Write a newer compute.kubernetesVersion, or compute.nodes: node-groups.");
      }
    }
  }
}
