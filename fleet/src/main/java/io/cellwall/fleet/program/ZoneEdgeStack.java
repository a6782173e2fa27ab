package io.cellwall.fleet.program;

import com.pulumi.Context;
import com.pulumi.aws.Provider;
import com.pulumi.resources.ComponentResourceOptions;
import io.cellwall.edge.ZoneEdge;
import io.cellwall.edge.ZoneEdgePlan;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.StackName;
import io.cellwall.regions.model.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The stack of one zone's edge. */
record ZoneEdgeStack(Zone zoneOfEdge, Plan plan) implements StackProgram {

  /**
   * Everything that the stack is made from.
   *
   * @param providers one for each region that the zone's edge keeps data in, the writer's first
   * @param edge what the zone's edge is
   */
  record Plan(List<ProviderPlan> providers, ZoneEdgePlan edge) {
    Plan {
      providers = List.copyOf(providers);
    }
  }

  static ZoneEdgeStack of(Inventory inventory, Zone zone) {
    // The writer's provider always; the others for the table's replicas.
    List<Region> regions = new ArrayList<>(List.of(zone.writerRegion()));
    new TreeSet<>(zone.edges().keySet())
        .stream().filter(region -> !region.equals(zone.writerRegion())).forEach(regions::add);
    List<ProviderPlan> providers =
        regions.stream().map(region -> provider(inventory, zone, region)).toList();
    return new ZoneEdgeStack(zone, new Plan(providers, ZoneEdgePlan.of(inventory, zone)));
  }

  private static ProviderPlan provider(Inventory inventory, Zone zone, Region region) {
    TreeMap<String, String> tags = new TreeMap<>();
    tags.put("cell", "edge-" + zone.name());
    tags.put("zone", zone.name().value());
    tags.put("region", region.code());
    tags.put("release", inventory.fleet().release().value());
    tags.put("owner", inventory.fleet().owner());
    return new ProviderPlan(
        "edge-%s-aws-%s".formatted(zone.name(), region), region, zone.account(), tags);
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
  public void declare(Context context) {
    Map<Region, Provider> providers = new TreeMap<>();
    plan.providers().forEach(each -> providers.put(each.region(), Providers.of(each)));
    Provider writer = providers.get(zoneOfEdge.writerRegion());
    new ZoneEdge(
        plan.edge(), providers, ComponentResourceOptions.builder().provider(writer).build());
  }
}
