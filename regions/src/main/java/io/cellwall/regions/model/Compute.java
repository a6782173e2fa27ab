package io.cellwall.regions.model;

import java.util.List;

/**
 * What a cell's cluster is like.
 *
 * @param nodes who provides the nodes
 * @param kubernetesVersion the version it runs; the fleet's unless the cell is pinned
 * @param mesh its service mesh
 * @param publicAccess blocks that may reach the API endpoint from the internet, sorted; empty where
 *     the endpoint is private, as it is by default
 */
public record Compute(
    NodeProvisioning nodes,
    KubernetesVersion kubernetesVersion,
    Mesh mesh,
    List<Cidr> publicAccess) {

  public Compute {
    publicAccess = publicAccess.stream().sorted().toList();
  }
}
