package io.cellwall.regions.model;

/** How much of what a standby needs to take over runs before it is needed. */
public enum StandbyCapacity {
  /** The data only: nodes and workloads for the lost cell's users are started then. */
  PILOT_LIGHT("30m"),
  /** The workloads, at a size that must grow before they hold the lost cell's users. */
  WARM("10m"),
  /** Everything, at full size. */
  FULL("0s");

  private final String growth;

  StandbyCapacity(String growth) {
    this.growth = growth;
  }

  /**
   * How long the standby takes to hold the lost cell's users. The product's own allowance: nodes
   * join in two to five minutes and images are pulled once; a pilot light starts from none.
   */
  public TimeSpan growth() {
    return TimeSpan.parse(growth);
  }
}
