package io.cellwall.regions.model;

/** How the nodes of a cell reach the internet. */
public enum NatGateways {
  /** One gateway in each availability zone: the loss of a zone takes no other zone's way out. */
  PER_ZONE,
  /** One gateway for the cell: cheaper, and one zone's loss takes the way out of all. */
  SINGLE,
  /** No way out: AWS is reached through endpoints only. */
  NONE
}
