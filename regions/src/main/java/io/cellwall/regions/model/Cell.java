package io.cellwall.regions.model;

import java.util.List;
import java.util.Optional;

/**
 * An independent stack that serves a share of the users end to end.
 *
 * @param name name of the cell, its stack and its file
 * @param zone the residency zone whose data it holds
 * @param account the AWS account that is the cell's alone
 * @param cidr its addresses, never changed, never used again
 * @param size its size class
 * @param users users at home in it
 * @param state where it is in its life
 * @param availabilityZones two or more, by id, sorted
 * @param nat how its nodes reach the internet
 * @param whenUnhealthy what happens to its users while it is unhealthy
 * @param release the release it runs; the fleet's unless the cell is pinned
 * @param facts what was recorded at admission
 */
public record Cell(
    CellName name,
    ZoneName zone,
    AccountId account,
    Cidr cidr,
    CellSize size,
    long users,
    CellState state,
    List<AvailabilityZoneId> availabilityZones,
    NatGateways nat,
    FailurePolicy whenUnhealthy,
    Release release,
    Optional<CellFacts> facts) {

  public Cell {
    availabilityZones = availabilityZones.stream().sorted().toList();
  }

  /** The region the cell lies in. */
  public Region region() {
    return name.region();
  }
}
