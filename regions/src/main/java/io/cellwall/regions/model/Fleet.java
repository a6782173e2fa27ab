package io.cellwall.regions.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What holds for every cell and zone.
 *
 * @param organization short name of who runs the fleet; first part of globally unique names
 * @param owner the team that answers for the fleet; the {@code owner} tag
 * @param domain parent domain of every host name
 * @param addressPool the block that every cell and edge takes its addresses from
 * @param sizes what each size class holds
 * @param limits what no cell may exceed
 * @param release the release that cells run unless they are pinned to another
 * @param kubernetesVersion the version that clusters run unless they are pinned to another
 * @param globalEdge where the global edge stack lives
 * @param routerImages what the routers run; empty until there are images to run
 * @param deploy how stacks are deployed
 */
public record Fleet(
    String organization,
    String owner,
    HostName domain,
    Cidr addressPool,
    Map<CellSize, SizeClass> sizes,
    Limits limits,
    Release release,
    KubernetesVersion kubernetesVersion,
    GlobalEdge globalEdge,
    Optional<RouterImages> routerImages,
    DeployRules deploy) {

  public Fleet {
    sizes = Collections.unmodifiableMap(new EnumMap<>(sizes));
  }

  /** A fleet without images for its routers. */
  public Fleet(
      String organization,
      String owner,
      HostName domain,
      Cidr addressPool,
      Map<CellSize, SizeClass> sizes,
      Limits limits,
      Release release,
      KubernetesVersion kubernetesVersion,
      GlobalEdge globalEdge) {
    this(
        organization,
        owner,
        domain,
        addressPool,
        sizes,
        limits,
        release,
        kubernetesVersion,
        globalEdge,
        Optional.empty());
  }

  /** A fleet that says nothing of how its stacks are deployed. */
  public Fleet(
      String organization,
      String owner,
      HostName domain,
      Cidr addressPool,
      Map<CellSize, SizeClass> sizes,
      Limits limits,
      Release release,
      KubernetesVersion kubernetesVersion,
      GlobalEdge globalEdge,
      Optional<RouterImages> routerImages) {
    this(
        organization,
        owner,
        domain,
        addressPool,
        sizes,
        limits,
        release,
        kubernetesVersion,
        globalEdge,
        routerImages,
        DeployRules.UNSAID);
  }

  /**
   * What no cell may exceed.
   *
   * @param cellShare the largest share of the fleet's users at home in one cell
   */
  public record Limits(TenantShare cellShare) {}

  /**
   * Where the global edge stack lives. It holds cell metadata only.
   *
   * @param account its account
   * @param region the region its provider uses
   */
  public record GlobalEdge(AccountId account, Region region) {}
}
