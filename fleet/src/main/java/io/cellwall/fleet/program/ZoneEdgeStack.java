package io.cellwall.fleet.program;

import com.google.common.base.Suppliers;
import com.pulumi.Context;
import com.pulumi.aws.Provider;
import com.pulumi.resources.ComponentResourceOptions;
import io.cellwall.edge.zone.ZoneEdge;
import io.cellwall.edge.zone.ZoneEdgePlan;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.StackName;
import io.cellwall.regions.model.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The stack of one zone's edge. */
record ZoneEdgeStack(Zone zoneOfEdge, Supplier<Plan> planned) implements StackProgram {

  /**
   * Everything that the stack is made from.
   *
   * @param providers one for each region that the zone's edge keeps data in, the writer's first
   * @param keyProvider one where AWS wants the key of DNSSEC
   * @param edge what the zone's edge is
   */
  record Plan(List<ProviderPlan> providers, ProviderPlan keyProvider, ZoneEdgePlan edge) {
    Plan {
      providers = List.copyOf(providers);
    }
  }

  static ZoneEdgeStack of(Inventory inventory, Zone zone) {
    return new ZoneEdgeStack(zone, Suppliers.memoize(() -> plan(inventory, zone)));
  }

  private static Plan plan(Inventory inventory, Zone zone) {
    // The writer's provider always; the others for the table's replicas.
    List<Region> regions = new ArrayList<>(List.of(zone.writerRegion()));
    new TreeSet<>(zone.edges().keySet())
        .stream().filter(region -> !region.equals(zone.writerRegion())).forEach(regions::add);
    List<ProviderPlan> providers =
        regions.stream().map(region -> provider(inventory, zone, "aws-" + region, region)).toList();
    ZoneEdgePlan edge = ZoneEdgePlan.of(inventory, zone);
    ProviderPlan keyProvider =
        provider(inventory, zone, "aws-dnssec", edge.hostedZone().keyRegion());
    return new Plan(providers, keyProvider, edge);
  }

  private static ProviderPlan provider(Inventory inventory, Zone zone, String name, Region region) {
    String stack = "edge-" + zone.name();
    return new ProviderPlan(
        stack + "-" + name,
        region,
        zone.account(),
        EdgeTags.of(inventory.fleet(), stack, zone.name().value(), region));
  }

  @Override
  public StackName name() {
    return new StackName.OfZoneEdge(zoneOfEdge.name());
  }

  @Override
  public String zone() {
    return zoneOfEdge.name().value();
  }

  @Override
  public Region region() {
    return zoneOfEdge.writerRegion();
  }

  @Override
  public Plan plan() {
    return planned.get();
  }

  @Override
  public void declare(Context context) {
    Plan plan = plan();
    Map<Region, Provider> providers = new TreeMap<>();
    plan.providers().forEach(each -> providers.put(each.region(), Providers.of(each)));
    Provider writer = providers.get(zoneOfEdge.writerRegion());
    new ZoneEdge(
        plan.edge(),
        providers,
        Providers.of(plan.keyProvider()),
        ComponentResourceOptions.builder().provider(writer).build());
  }
}
