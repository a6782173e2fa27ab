package io.cellwall.controlplane.registry;

import java.util.Optional;
import java.util.Set;

/**
 * The registry of a stack whose images come from it. The repositories of the platform and of the
 * routers are the Pulumi stack's; here is what holds for all, and for those of the tenants, which
 * nobody declares one by one. There is no pull-through cache: it would ask a registry outside the
 * zone, at whatever moment a node first needs an image.
 *
 * @param tenantsPrefix what the names of the tenants' repositories start with; empty where no
 *     tenant runs
 */
public record RegistryPlan(Optional<String> tenantsPrefix) {

  private static final String REPOSITORY = "aws:ecr/repository:Repository";
  private static final String CLUSTER = "aws:eks/cluster:Cluster";

  /** The registry of a stack that creates these types; none if it has no repositories. */
  public static Optional<RegistryPlan> of(Set<String> resourceTypes) {
    return resourceTypes.contains(REPOSITORY)
        ? Optional.of(
            new RegistryPlan(
                resourceTypes.contains(CLUSTER) ? Optional.of("workloads") : Optional.empty()))
        : Optional.empty();
  }
}
