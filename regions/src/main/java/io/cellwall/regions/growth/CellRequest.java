package io.cellwall.regions.growth;

import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.AvailabilityZoneId;
import io.cellwall.regions.model.CellSize;
import io.cellwall.regions.model.Cidr;
import io.cellwall.regions.model.FailurePolicy;
import io.cellwall.regions.model.KubernetesVersion;
import io.cellwall.regions.model.Mesh;
import io.cellwall.regions.model.NatGateways;
import io.cellwall.regions.model.NodeProvisioning;
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
 * @param nodes who provides the nodes of its cluster
 * @param kubernetesVersion the Kubernetes version it is pinned to, if it is
 * @param mesh its service mesh
 * @param publicAccess blocks that may reach its API endpoint from the internet; usually none
 * @param whenUnhealthy what happens to its users while it is unhealthy
 * @param backupCopyTo the region of its zone that keeps a copy of its backups, if one does
 * @param release the release it is pinned to, if it is
 */
public record CellRequest(
    Region region,
    AccountId account,
    CellSize size,
    List<AvailabilityZoneId> availabilityZones,
    NatGateways nat,
    NodeProvisioning nodes,
    Optional<KubernetesVersion> kubernetesVersion,
    Mesh mesh,
    List<Cidr> publicAccess,
    FailurePolicy whenUnhealthy,
    Optional<Region> backupCopyTo,
    Optional<Release> release) {

  public CellRequest {
    availabilityZones = List.copyOf(availabilityZones);
    publicAccess = List.copyOf(publicAccess);
  }
}
