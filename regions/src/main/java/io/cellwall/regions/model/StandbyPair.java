package io.cellwall.regions.model;

/**
 * Two cells of one zone of which one stands by for the other: the only replication between cells
 * that there may be.
 *
 * <p>An Aurora Global Database lies in one account and in different regions, so a pair that has one
 * shares an account, and the wall between the two is the region: no role of either may act outside
 * its own.
 *
 * @param zone the zone of both
 * @param primary the cell that serves
 * @param standby the cell that takes over
 * @param survives the largest loss that the pair claims to survive
 * @param oneAccount whether both have the same account
 */
public record StandbyPair(
    ZoneName zone,
    CellName primary,
    CellName standby,
    FailurePolicy.Survives survives,
    boolean oneAccount) {

  /** Tells whether the standby has a copy of the data: by an Aurora Global Database. */
  public boolean replicates() {
    return oneAccount && !primary.region().equals(standby.region());
  }

  /** Tells whether the pair is of these two, in this or the other order. */
  public boolean joins(CellName one, CellName other) {
    return (primary.equals(one) && standby.equals(other))
        || (primary.equals(other) && standby.equals(one));
  }
}
