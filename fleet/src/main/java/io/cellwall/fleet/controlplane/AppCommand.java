package io.cellwall.fleet.controlplane;

import io.cellwall.controlplane.ControlPlanePlan;
import io.cellwall.fleet.ExitCode;
import io.cellwall.fleet.UsageException;
import io.cellwall.fleet.inventory.InventoryOption;
import io.cellwall.fleet.output.ReportFormat;
import io.cellwall.fleet.preview.ControlPlane;
import io.cellwall.fleet.preview.StackOptions;
import io.cellwall.fleet.synth.ControlPlaneApp;
import io.cellwall.fleet.synth.NodeJs;
import io.cellwall.policies.cdk.CellwallValidationPlugin;
import io.cellwall.policies.waivers.Waivers;
import io.cellwall.regions.model.Inventory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The app that {@code cdk.json} names: what the CDK CLI runs to synthesize. */
@Command(
    name = "app",
    description = "What the CDK CLI runs; see cdk.json.",
    hidden = true,
    mixinStandardHelpOptions = true)
public final class AppCommand implements Callable<Integer> {

  private final Clock clock;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private InventoryOption inventory = new InventoryOption();

  @Mixin private StackOptions stacks = new StackOptions();

  /**
   * The command.
   *
   * @param clock says what day it is, for the waivers
   */
  public AppCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Optional<Inventory> read = inventory.read(spec, ReportFormat.TEXT);
    if (read.isEmpty()) {
      return ExitCode.FINDINGS;
    }
    NodeJs.problem()
        .ifPresent(
            problem -> {
              throw new UsageException(problem);
            });
    Inventory fleet = read.get();
    List<ControlPlanePlan> plans = new ArrayList<>();
    stacks.plan(
        fleet,
        spec.commandLine().getErr(),
        (program, planned) -> plans.add(ControlPlane.plan(fleet, program, planned.graph())));
    Waivers waivers = new Waivers(inventory.waivers(), clock);
    CellwallValidationPlugin plugin =
        new CellwallValidationPlugin(
            fleet,
            UnaryOperator.identity(),
            (graph, findings) -> waivers.apply(graph, findings).findings());
    ControlPlaneApp.synthesize(plans, plugin);
    return plugin.blocked() ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }
}
