package io.cellwall.regions.model;

/** Who provides the nodes of a cell's cluster. */
public enum NodeProvisioning {
  /** EKS Auto Mode: AWS runs nodes, load balancing and block storage. */
  AUTO_MODE,
  /** Managed node groups, scaled by the cell's own autoscaler. */
  NODE_GROUPS
}
