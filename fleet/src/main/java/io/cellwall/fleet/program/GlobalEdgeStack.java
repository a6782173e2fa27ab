package io.cellwall.fleet.program;

import com.google.common.base.Suppliers;
import com.pulumi.Context;
import com.pulumi.resources.ComponentResourceOptions;
import io.cellwall.edge.global.GlobalEdge;
import io.cellwall.edge.global.GlobalEdgePlan;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.StackName;
import java.util.function.Supplier;

/** The one stack above the zones. */
record GlobalEdgeStack(Region region, Supplier<Plan> planned) implements StackProgram {

  private static final String GLOBAL = "global";

  /**
   * Everything that the stack is made from.
   *
   * @param provider the stack's own provider
   * @param keyProvider one where AWS wants the key of DNSSEC
   * @param edge what the stack is
   */
  record Plan(ProviderPlan provider, ProviderPlan keyProvider, GlobalEdgePlan edge) {}

  static GlobalEdgeStack of(Inventory inventory) {
    return new GlobalEdgeStack(
        inventory.fleet().globalEdge().region(), Suppliers.memoize(() -> plan(inventory)));
  }

  private static Plan plan(Inventory inventory) {
    GlobalEdgePlan edge = GlobalEdgePlan.of(inventory);
    return new Plan(
        provider(inventory, edge, "aws", edge.region()),
        provider(inventory, edge, "aws-dnssec", edge.hostedZone().keyRegion()),
        edge);
  }

  private static ProviderPlan provider(
      Inventory inventory, GlobalEdgePlan edge, String name, Region region) {
    return new ProviderPlan(
        edge.name() + "-" + name,
        region,
        inventory.fleet().globalEdge().account(),
        EdgeTags.of(inventory.fleet(), edge.name(), GLOBAL, region));
  }

  @Override
  public StackName name() {
    return new StackName.OfGlobalEdge();
  }

  @Override
  public String zone() {
    return GLOBAL;
  }

  @Override
  public Plan plan() {
    return planned.get();
  }

  @Override
  public void declare(Context context) {
    Plan plan = plan();
    new GlobalEdge(
        plan.edge(),
        Providers.of(plan.keyProvider()),
        ComponentResourceOptions.builder().provider(Providers.of(plan.provider())).build());
  }
}
