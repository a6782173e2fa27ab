package io.cellwall.regions.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

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
 * @param compute what its cluster is like
 * @param whenUnhealthy what happens to its users while it is unhealthy
 * @param backupCopyTo the region of the same zone that keeps a copy of its backups, if one does
 * @param release the release it runs; the fleet's unless the cell is pinned
 * @param approvedQuotas what AWS has granted the account, where it is not the default
 * @param facts what was recorded at admission
 * @param recovery what its owners promise for its loss
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
    Compute compute,
    FailurePolicy whenUnhealthy,
    Optional<Region> backupCopyTo,
    Release release,
    SortedMap<QuotaCode, Long> approvedQuotas,
    Optional<CellFacts> facts,
    Optional<RecoveryClaim> recovery) {

  public Cell {
    availabilityZones = availabilityZones.stream().sorted().toList();
    approvedQuotas = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(approvedQuotas)));
  }

  /** This cell with facts recorded. */
  public Cell with(CellFacts recorded) {
    return new Cell(
        name,
        zone,
        account,
        cidr,
        size,
        users,
        state,
        availabilityZones,
        nat,
        compute,
        whenUnhealthy,
        backupCopyTo,
        release,
        approvedQuotas,
        Optional.of(recorded),
        recovery);
  }

  /** The region the cell lies in. */
  public Region region() {
    return name.region();
  }
}
