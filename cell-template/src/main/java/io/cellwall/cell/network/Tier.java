package io.cellwall.cell.network;

/**
 * What a subnet is for, and which piece of the cell's block each availability zone gets for it.
 *
 * <p>The piece follows from the number in the zone's id alone, so a subnet keeps its addresses
 * whichever zones come or go. AWS numbers zones up to 6. Of a cell's block:
 *
 * <ul>
 *   <li>eighths 0 to 5: nodes of zones 1 to 6;
 *   <li>eighth 6: load balancers of zones 1 to 6, and two free pieces;
 *   <li>eighth 7: data in its first half, then ways out, then a free quarter.
 * </ul>
 */
public enum Tier {
  /**
   * NAT gateways only, and the only public subnets: they exist where a NAT gateway does. For a /20
   * cell the subnet is a /28, the smallest that AWS has.
   */
  EGRESS("egress", 8, 240),
  /**
   * Load balancers, all of them internal: requests enter a cell by PrivateLink, never from the
   * internet. For a /20 cell the subnet is a /26; AWS asks for a /27 at least.
   */
  LOAD_BALANCERS("lb", 6, 48),
  /** Nodes and their pods: an eighth of the cell's addresses in each zone. */
  NODES("nodes", 3, 0),
  /** Databases, caches: no route but to the cell itself. */
  DATA("data", 7, 112);

  private final String part;
  private final int extraBits;
  private final int first;

  Tier(String part, int extraBits, int first) {
    this.part = part;
    this.extraBits = extraBits;
    this.first = first;
  }

  /** How names spell the tier: {@code egress}, {@code lb}, {@code nodes}, {@code data}. */
  public String part() {
    return part;
  }

  /** How many bits longer the subnet's prefix is than the cell's. */
  int extraBits() {
    return extraBits;
  }

  /** Index of the first zone's piece among the pieces of that length. */
  int first() {
    return first;
  }
}
