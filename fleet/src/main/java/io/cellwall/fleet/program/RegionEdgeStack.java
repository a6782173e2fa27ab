package io.cellwall.fleet.program;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Suppliers;
import com.pulumi.Context;
import com.pulumi.resources.ComponentResourceOptions;
import io.cellwall.edge.region.RegionEdge;
import io.cellwall.edge.region.RegionEdgePlan;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.StackName;
import io.cellwall.regions.model.Zone;
import java.util.function.Supplier;

/** The stack of one region's edge. */
record RegionEdgeStack(Zone zoneOfEdge, Region region, Supplier<Plan> planned)
    implements StackProgram {

  /**
   * Everything that the stack is made from.
   *
   * @param provider the edge's own provider
   * @param edge what the edge is
   */
  record Plan(ProviderPlan provider, RegionEdgePlan edge) {}

  /**
   * The stack of a region.
   *
   * @throws IllegalArgumentException if the zone has no edge there
   */
  static RegionEdgeStack of(Inventory inventory, Zone zone, Region region) {
    if (!zone.edges().containsKey(region)) {
      throw new IllegalArgumentException("zone " + zone.name() + " has no edge in " + region);
    }
    return new RegionEdgeStack(
        zone, region, Suppliers.memoize(() -> plan(inventory, zone, region)));
  }

  private static Plan plan(Inventory inventory, Zone zone, Region region) {
    RegionEdgePlan edge = RegionEdgePlan.of(inventory, zone, region);
    ProviderPlan provider =
        new ProviderPlan(
            edge.name() + "-aws",
            region,
            requireNonNull(zone.edges().get(region)).account(),
            EdgeTags.of(inventory.fleet(), edge.name(), zone.name().value(), region));
    return new Plan(provider, edge);
  }

  @Override
  public StackName name() {
    return new StackName.OfRegionEdge(region());
  }

  @Override
  public String zone() {
    return zoneOfEdge.name().value();
  }

  @Override
  public Plan plan() {
    return planned.get();
  }

  @Override
  public void declare(Context context) {
    Plan plan = plan();
    new RegionEdge(
        plan.edge(),
        ComponentResourceOptions.builder().provider(Providers.of(plan.provider())).build());
  }
}
