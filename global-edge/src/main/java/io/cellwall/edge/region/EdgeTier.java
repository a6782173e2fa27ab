package io.cellwall.edge.region;

/**
 * What a subnet of the routers' network is for, and which part of its availability zone's eighth of
 * the block it has.
 *
 * <p>A {@code /22} gives each availability zone a {@code /25}: a {@code /26} for endpoints, two
 * {@code /27} for the rest.
 */
enum EdgeTier {
  /** Interface endpoints: to the cells, and to AWS's services. Half. */
  ENDPOINTS("endpoints", 1, 0),
  /** The routers. A quarter. */
  ROUTERS("routers", 2, 2),
  /** The load balancer, and the accelerator's interfaces. A quarter: AWS asks for /27. */
  ENTRY("entry", 2, 3);

  private final String part;
  private final int bits;
  private final int index;

  EdgeTier(String part, int bits, int index) {
    this.part = part;
    this.bits = bits;
    this.index = index;
  }

  /** The tier in names. */
  String part() {
    return part;
  }

  /** By how many bits its prefix is longer than its availability zone's. */
  int bits() {
    return bits;
  }

  /** Which piece of that length it is. */
  int index() {
    return index;
  }
}
