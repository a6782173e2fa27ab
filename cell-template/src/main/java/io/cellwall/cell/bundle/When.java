package io.cellwall.cell.bundle;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.cellwall.regions.model.Mesh;
import io.cellwall.regions.model.NatGateways;
import io.cellwall.regions.model.NodeProvisioning;

/** The cells that an entry of the catalog is for. */
public enum When {
  @JsonProperty("always")
  ALWAYS,
  @JsonProperty("auto-mode")
  AUTO_MODE,
  @JsonProperty("node-groups")
  NODE_GROUPS,
  @JsonProperty("mesh")
  MESH,
  /** Cells from which the public services of AWS can be reached. */
  @JsonProperty("nat")
  NAT;

  /** Tells whether a cell is one of them. */
  public boolean holdsFor(PlatformBundlePlan plan) {
    return switch (this) {
      case ALWAYS -> true;
      case AUTO_MODE -> plan.nodes() == NodeProvisioning.AUTO_MODE;
      case NODE_GROUPS -> plan.nodes() == NodeProvisioning.NODE_GROUPS;
      case MESH -> plan.mesh() == Mesh.ISTIO_AMBIENT;
      case NAT -> plan.nat() != NatGateways.NONE;
    };
  }
}
