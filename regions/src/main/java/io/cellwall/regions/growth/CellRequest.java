package io.cellwall.regions.growth;

import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.AvailabilityZoneId;
import io.cellwall.regions.model.CellSize;
import io.cellwall.regions.model.FailurePolicy;
import io.cellwall.regions.model.NatGateways;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.Release;
import java.util.List;
import java.util.Optional;

/**
 * What somebody decides about a new cell. Its number, addresses, zone and state follow.
 *
 * @param region the region; its zone is the cell's
 * @param account a new AWS account
 * @param size the size class
 * @param availabilityZones two or three, by id
 * @param nat how its nodes reach the internet
 * @param whenUnhealthy what happens to its users while it is unhealthy
 * @param release the release it is pinned to, if it is
 */
public record CellRequest(
    Region region,
    AccountId account,
    CellSize size,
    List<AvailabilityZoneId> availabilityZones,
    NatGateways nat,
    FailurePolicy whenUnhealthy,
    Optional<Release> release) {

  public CellRequest {
    availabilityZones = List.copyOf(availabilityZones);
  }
}
