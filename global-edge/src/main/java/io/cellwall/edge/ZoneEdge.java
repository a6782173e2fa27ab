package io.cellwall.edge;

import static java.util.Objects.requireNonNull;

import com.pulumi.aws.Provider;
import com.pulumi.aws.route53.ZoneArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import io.cellwall.regions.model.Region;
import java.util.List;
import java.util.Map;

/** What stands before a zone's cells and belongs to no one region. The hosted zone is protected. */
public final class ZoneEdge extends ComponentResource {

  /**
   * Makes the edge.
   *
   * @param providers a provider for each of {@link ZoneEdgePlan#regions()}
   * @throws IllegalArgumentException if one is missing
   */
  public ZoneEdge(
      ZoneEdgePlan plan, Map<Region, Provider> providers, ComponentResourceOptions options) {
    super("cellwall:edge:ZoneEdge", plan.name(), options);
    List<Region> missing =
        plan.regions().stream().filter(region -> !providers.containsKey(region)).toList();
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          plan.name() + " has resources in " + missing + " and got no provider for them");
    }
    new HomeCellTable(
        plan.homeCells(), providers, ComponentResourceOptions.builder().parent(this).build());
    new com.pulumi.aws.route53.Zone(
        plan.name(),
        ZoneArgs.builder()
            .name(plan.host().toString())
            .comment("Host names of " + plan.name())
            .forceDestroy(false)
            .tags(Map.of("Name", plan.name()))
            .build(),
        CustomResourceOptions.builder()
            .parent(this)
            .provider(requireNonNull(providers.get(plan.region())))
            .protect(true)
            .build());
    registerOutputs(Map.of());
  }
}
