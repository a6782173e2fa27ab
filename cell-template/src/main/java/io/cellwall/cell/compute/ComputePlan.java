package io.cellwall.cell.compute;

import io.cellwall.regions.model.Cell;
import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Place;
import java.util.List;

/**
 * The cell's cluster, its nodes and its add-ons.
 *
 * @param cluster the EKS cluster
 * @param nodes who provides the nodes
 * @param volumeEncryption name of the account's settings that encrypt every volume with the cell's
 *     key
 * @param addOns what EKS installs
 */
public record ComputePlan(
    ClusterPlan cluster, NodesPlan nodes, String volumeEncryption, List<AddOnPlan> addOns) {

  public ComputePlan {
    addOns = List.copyOf(addOns);
  }

  /**
   * The compute of a cell, whose roles carry the boundary.
   *
   * @throws IllegalArgumentException if no add-ons are known for its version of Kubernetes; a
   *     validated inventory has no such cell
   */
  public static ComputePlan of(Place place, Cell cell, Arn boundary) {
    return new ComputePlan(
        ClusterPlan.of(place, cell.compute(), boundary),
        NodesPlan.of(place, cell, boundary),
        place.named("volumes"),
        AddOns.of(place, cell, boundary));
  }
}
