package io.cellwall.cell.compute;

import io.cellwall.cell.network.NetworkPlan;
import io.cellwall.cell.network.Part;
import io.cellwall.cell.network.SecurityGroupsPlan;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.HostName;
import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Place;
import java.util.List;
import java.util.Set;

/**
 * The cell's cluster, its nodes and its add-ons.
 *
 * @param cluster the EKS cluster
 * @param nodes who provides the nodes
 * @param volumeEncryption name of the account's settings that encrypt every volume with the cell's
 *     key
 * @param addOns what EKS installs
 * @param clusterGroup what the security group that EKS makes may: Auto Mode's nodes are in it, so
 *     it may what nodes may; those of node groups are not, and it may nothing
 */
public record ComputePlan(
    ClusterPlan cluster,
    NodesPlan nodes,
    String volumeEncryption,
    List<AddOnPlan> addOns,
    SecurityGroupsPlan clusterGroup) {

  public ComputePlan {
    addOns = List.copyOf(addOns);
  }

  /**
   * The compute of a cell, whose roles carry the boundary.
   *
   * @throws IllegalArgumentException if no add-ons are known for its version of Kubernetes; a
   *     validated inventory has no such cell
   */
  public static ComputePlan of(
      Place place, Cell cell, HostName host, NetworkPlan network, Arn boundary) {
    SecurityGroupsPlan ofNodes =
        switch (cell.compute().nodes()) {
          case AUTO_MODE ->
              network.securityGroups().standIn(place, "eks", Part.NODES, Set.of(Part.CLUSTER));
          case NODE_GROUPS -> SecurityGroupsPlan.none();
        };
    return new ComputePlan(
        ClusterPlan.of(place, cell.compute(), boundary),
        NodesPlan.of(place, cell, boundary),
        place.named("volumes"),
        AddOns.of(place, cell, host, boundary),
        ofNodes);
  }
}
