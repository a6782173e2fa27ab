package io.cellwall.regions.model;

/**
 * Two cells of one zone of which one stands by for the other: the only replication between cells
 * that there may be.
 *
 * @param zone the zone of both
 * @param primary the cell that serves
 * @param standby the cell that takes over
 * @param survives the largest loss that the pair claims to survive
 */
public record StandbyPair(
    ZoneName zone, CellName primary, CellName standby, FailurePolicy.Survives survives) {

  /** Tells whether data may be replicated: an Aurora Global Database needs two regions. */
  public boolean replicates() {
    return !primary.region().equals(standby.region());
  }

  /** Tells whether the pair is of these two, in this or the other order. */
  public boolean joins(CellName one, CellName other) {
    return (primary.equals(one) && standby.equals(other))
        || (primary.equals(other) && standby.equals(one));
  }
}
