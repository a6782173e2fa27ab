package io.cellwall.cell.bundle;

/** Who runs the cell's nodes; it decides what the bundle has to bring. */
public enum NodeVariant {
  /** EKS Auto Mode, which has an autoscaler, a load balancer controller and CoreDNS inside. */
  AUTO_MODE,
  /** Managed node groups: the bundle brings the autoscaler and the load balancer controller. */
  NODE_GROUPS
}
