package io.cellwall.regions.validation;

import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.CellState;
import io.cellwall.regions.model.KubernetesVersion;
import io.cellwall.regions.written.CellFile;
import io.cellwall.regions.written.CellFile.Cluster;
import io.cellwall.regions.written.Field;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;
import java.util.Map;

/**
 * The version of a cluster that exists stays, or becomes the next one: EKS neither skips a minor
 * version nor goes back.
 *
 * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/update-cluster.html">Update a
 *     cluster to a new Kubernetes version</a>
 */
final class KubernetesVersionNotNext implements ChangeRule {
  @Override
  public void check(WrittenInventory base, WrittenInventory head, Report report) {
    Map<CellName, WrittenFile<CellName, CellFile>> before = base.cellsByName();
    head.cellsByName()
        .forEach(
            (name, file) -> {
              WrittenFile<CellName, CellFile> old = before.get(name);
              if (old != null && exists(old.content()) && exists(file.content())) {
                compare(version(base, old.content()), file, head, report);
              }
            });
  }

  private static boolean exists(CellFile cell) {
    return cell.state()
        .value()
        .map(state -> state != CellState.PLANNED && state.hasStack())
        .orElse(false);
  }

  private static Field<KubernetesVersion> version(WrittenInventory inventory, CellFile cell) {
    Field<KubernetesVersion> pinned = cell.compute().at(Cluster::kubernetesVersion);
    return pinned.written() ? pinned : inventory.fleet().content().kubernetesVersion();
  }

  private static void compare(
      Field<KubernetesVersion> before,
      WrittenFile<CellName, CellFile> file,
      WrittenInventory head,
      Report report) {
    Field<KubernetesVersion> after = version(head, file.content());
    KubernetesVersion old = before.orNull();
    KubernetesVersion now = after.orNull();
    if (old != null
        && now != null
        && (now.minor() < old.minor() || now.minor() > old.minor() + 1)) {
      report.violation(
          file,
          after,
          "the cell's Kubernetes goes from %s to %s; EKS goes one minor version up at a time, never down"
              .formatted(old, now),
          "Write its next step: compute.kubernetesVersion: \"%s\"."
              .formatted(now.minor() < old.minor() ? old : new KubernetesVersion(old.minor() + 1)));
    }
  }
}
