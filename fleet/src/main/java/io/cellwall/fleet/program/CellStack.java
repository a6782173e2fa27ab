package io.cellwall.fleet.program;

import com.google.common.base.Suppliers;
import com.pulumi.Context;
import com.pulumi.resources.ComponentResourceOptions;
import io.cellwall.cell.Cell;
import io.cellwall.cell.CellInputs;
import io.cellwall.cell.CellPlan;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.StackName;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The stack of one cell. */
record CellStack(Inputs given, Supplier<Plan> planned) implements StackProgram {

  /**
   * All that the stack is planned from.
   *
   * @param owner the team that answers for the fleet
   */
  record Inputs(CellInputs cell, String owner) {}

  /**
   * Everything that the stack is made from.
   *
   * @param provider the cell's own provider
   * @param backupCopyProvider where the inventory wants a copy of the backups: the same account in
   *     the other region
   * @param cell what the cell is
   */
  record Plan(ProviderPlan provider, Optional<ProviderPlan> backupCopyProvider, CellPlan cell) {}

  static CellStack of(Inventory inventory, io.cellwall.regions.model.Cell cell) {
    Inputs inputs = new Inputs(CellInputs.of(inventory, cell), inventory.fleet().owner());
    return new CellStack(inputs, Suppliers.memoize(() -> plan(inputs)));
  }

  private static Plan plan(Inputs inputs) {
    io.cellwall.regions.model.Cell cell = inputs.cell().cell();
    TreeMap<String, String> tags = new TreeMap<>();
    tags.put("cell", cell.name().toString());
    tags.put("zone", cell.zone().value());
    tags.put("region", cell.region().code());
    tags.put("release", cell.release().value());
    tags.put("owner", inputs.owner());
    ProviderPlan provider =
        new ProviderPlan(cell.name() + "-aws", cell.region(), cell.account(), tags);
    Optional<ProviderPlan> backupCopyProvider =
        cell.backupCopyTo()
            .map(
                region -> {
                  TreeMap<String, String> there = new TreeMap<>(tags);
                  there.put("region", region.code());
                  return new ProviderPlan(
                      cell.name() + "-aws-backup-copy", region, cell.account(), there);
                });
    return new Plan(provider, backupCopyProvider, CellPlan.of(inputs.cell()));
  }

  private io.cellwall.regions.model.Cell cell() {
    return given.cell().cell();
  }

  @Override
  public Optional<Object> inputs() {
    return Optional.of(given);
  }

  @Override
  public StackName name() {
    return new StackName.OfCell(cell().name());
  }

  @Override
  public String zone() {
    return cell().zone().value();
  }

  @Override
  public Region region() {
    return cell().region();
  }

  @Override
  public Plan plan() {
    return planned.get();
  }

  @Override
  public void declare(Context context) {
    Plan plan = plan();
    Cell built =
        new Cell(
            plan.cell(),
            plan.backupCopyProvider().map(Providers::of),
            ComponentResourceOptions.builder().provider(Providers.of(plan.provider())).build());
    // Outputs are texts only: the Automation API fails on others, after the update.
    context.export("descriptor", built.descriptor());
  }
}
