package io.cellwall.regions.validation;

import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.KubernetesVersion;
import io.cellwall.regions.written.CellFile;
import io.cellwall.regions.written.CellFile.Cluster;
import io.cellwall.regions.written.Field;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;

/**
 * A cell runs a version of Kubernetes that this release has add-ons for.
 *
 * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html">Versions
 *     of EKS</a>
 */
final class KubernetesVersionUnknown implements InventoryRule {

  @Override
  public void check(WrittenInventory inventory, Report report) {
    Field<KubernetesVersion> fleets = inventory.fleet().content().kubernetesVersion();
    KubernetesVersion version = fleets.orNull();
    if (version != null && !KubernetesVersion.KNOWN.contains(version)) {
      report.violation(inventory.fleet(), fleets, message("kubernetesVersion", version), hint());
    }
    for (WrittenFile<CellName, CellFile> file : inventory.cells()) {
      Field<KubernetesVersion> pinned = file.content().compute().at(Cluster::kubernetesVersion);
      KubernetesVersion own = pinned.orNull();
      if (own != null && !KubernetesVersion.KNOWN.contains(own)) {
        report.violation(file, pinned, message("compute.kubernetesVersion", own), hint());
      }
    }
  }

  private static String message(String key, KubernetesVersion version) {
    return "%s is %s; this release knows %s".formatted(key, version, KubernetesVersion.KNOWN);
  }

  private static String hint() {
    return "Write one of these, or take a release that knows it.";
  }
}
