package io.cellwall.regions.written;

import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.AvailabilityZoneId;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.CellSize;
import io.cellwall.regions.model.CellState;
import io.cellwall.regions.model.Cidr;
import io.cellwall.regions.model.EndpointServiceName;
import io.cellwall.regions.model.FailurePolicy.Survives;
import io.cellwall.regions.model.HostName;
import io.cellwall.regions.model.KubernetesVersion;
import io.cellwall.regions.model.Mesh;
import io.cellwall.regions.model.NatGateways;
import io.cellwall.regions.model.NodeProvisioning;
import io.cellwall.regions.model.QuotaCode;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.Release;
import io.cellwall.regions.model.StandbyCapacity;
import io.cellwall.regions.model.TimeSpan;
import io.cellwall.regions.model.ZoneName;
import io.cellwall.regions.written.Constraint.Between;
import io.cellwall.regions.written.Constraint.Items;
import io.cellwall.regions.written.Constraint.MayBeMissing;
import io.cellwall.regions.written.Constraint.OnlyIf;
import java.util.List;

/** {@code cells/<cell>.yaml} as written. */
@Described("One cell: an independent stack that serves a share of the users end to end")
public record CellFile(
    @Described("Name of the cell, of its stack and of this file: <region>-cell-<nn>")
        Field<CellName> name,
    @Described("The residency zone whose data the cell holds") Field<ZoneName> zone,
    @Described("The region the cell lies in, one of its zone's") Field<Region> region,
    @Described("The AWS account that is the cell's alone, in quotes") Field<AccountId> account,
    @Described("The cell's addresses, never changed, never used again") Field<Cidr> cidr,
    @Described("Size class: how many users and addresses the cell may have") Field<CellSize> size,
    @Described("Users at home in the cell") @Between(min = 0, max = 1_000_000_000)
        Field<Long> users,
    @Described("Where the cell is in its life") Field<CellState> state,
    @Described("Availability zones by id (euw1-az1), which means the same place in every account")
        @Items(min = 2, max = 3)
        Field<List<Field<AvailabilityZoneId>>> availabilityZones,
    @Described("How the cell's nodes reach the internet") Field<NatGateways> nat,
    @Described("What the cell's cluster is like") Field<Cluster> compute,
    @Described("What happens to the cell's users while it is unhealthy")
        Field<WhenUnhealthy> whenUnhealthy,
    @Described("Another region of the zone, which keeps a copy of the cell's backups") @MayBeMissing
        Field<Region> backupCopyTo,
    @Described("The release the cell is pinned to; left out, it runs the fleet's") @MayBeMissing
        Field<Release> release,
    @Described("Quotas that AWS has raised for the account, by code")
        @MayBeMissing
        @Between(min = 0, max = 1_000_000_000)
        Field<List<Entry<QuotaCode, Long>>> approvedQuotas,
    @Described("What AWS made up when the cell was built, recorded at admission") @MayBeMissing
        Field<Facts> facts,
    @Described("What the cell's owners promise for its loss; it must be what the topology can hold")
        @MayBeMissing
        Field<Recovery> recovery) {

  /** The key {@code recovery}. */
  @Described("What is promised for the loss that the cell claims to survive")
  public record Recovery(
      @Described("The most that may be lost, such as 20s") @MayBeMissing Field<TimeSpan> rpo,
      @Described("The longest that users wait for service, such as 15m") @MayBeMissing
          Field<TimeSpan> rto,
      @Described("How much of the standby runs before it is needed; left out, full") @MayBeMissing
          Field<StandbyCapacity> capacity) {}

  /** The key {@code compute}. */
  @Described("The cluster")
  public record Cluster(
      @Described("auto-mode: AWS runs the nodes; node-groups: managed node groups")
          Field<NodeProvisioning> nodes,
      @Described("The Kubernetes version the cell is pinned to, in quotes; else the fleet's")
          @MayBeMissing
          Field<KubernetesVersion> kubernetesVersion,
      @Described("The service mesh between the cell's pods") Field<Mesh> mesh,
      // EKS takes 40 blocks at most.
      // https://docs.aws.amazon.com/eks/latest/userguide/service-quotas.html
      @Described(
              "Public blocks that may reach the API endpoint, /24 or narrower; else it is private")
          @MayBeMissing
          @Items(min = 1, max = 40)
          Field<List<Field<Cidr>>> publicAccess) {}

  /** The key {@code whenUnhealthy}. */
  @Described("The policy while the cell is unhealthy")
  public record WhenUnhealthy(
      @Described("fail-fast: refuse at once; degraded: the edge answers what it can; standby")
          Field<Policy> policy,
      @Described("The cell of the same zone that takes over")
          @OnlyIf(key = "policy", is = "standby")
          Field<CellName> cell,
      @Described("The largest loss that the pair claims to survive")
          @OnlyIf(key = "policy", is = "standby")
          Field<Survives> survives) {}

  /** The names of the failure policies. */
  public enum Policy {
    /** Requests fail at once. */
    FAIL_FAST,
    /** The edge answers what it can without the cell. */
    DEGRADED,
    /** Another cell of the same zone takes over. */
    STANDBY
  }

  /** The key {@code facts}. */
  @Described("Recorded facts; `cellwall inventory admit` writes them")
  public record Facts(
      @Described("Name of the cell's PrivateLink endpoint service")
          Field<EndpointServiceName> endpointService,
      @Described("Name servers of the cell's hosted zone") @Items(min = 1, max = 8)
          Field<List<Field<HostName>>> nameServers) {}

  /** The cell that takes over, where the policy is standby. */
  public Field<CellName> standbyCell() {
    return whenUnhealthy.at(WhenUnhealthy::cell);
  }

  /** The availability zones that are well-formed, each with its place. */
  public List<Field<AvailabilityZoneId>> availabilityZoneList() {
    return availabilityZones.value().orElse(List.of());
  }

  /** The blocks that may reach the API endpoint from the internet, each with its place. */
  public List<Field<Cidr>> publicAccessList() {
    return compute.at(Cluster::publicAccess).value().orElse(List.of());
  }

  /** Tells whether the cell is known to be in a state where it serves users. */
  public boolean serves() {
    return state.value().map(CellState::serves).orElse(false);
  }

  /** Tells whether the cell is known to be retired. */
  public boolean isRetired() {
    return state.is(CellState.RETIRED);
  }
}
