package io.cellwall.fleet.preview;

import io.cellwall.fleet.ExitCode;
import io.cellwall.fleet.UsageException;
import io.cellwall.fleet.base.GraphFolder;
import io.cellwall.fleet.inventory.InventoryOption;
import io.cellwall.fleet.output.ReportFormat;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.regions.model.Inventory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes what stacks declare and judges none of it: what a later program compares itself with. */
@Command(
    name = "graphs",
    hidden = true,
    description = "Write the resource graph of each stack as JSON, and judge none.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class GraphsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private InventoryOption inventory = new InventoryOption();

  @Mixin private StackOptions stacks = new StackOptions();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Where to write them, a file STACK.json for each stack.")
  private Path folder = Path.of(".");

  @Override
  public Integer call() {
    Optional<Inventory> fleet = inventory.read(spec, ReportFormat.TEXT);
    if (fleet.isEmpty()) {
      return ExitCode.FINDINGS;
    }
    stacks.plan(
        fleet.get(), spec.commandLine().getErr(), (program, planned) -> write(planned.graph()));
    return ExitCode.CLEAN;
  }

  private void write(ResourceGraph graph) {
    try {
      new GraphFolder(folder).write(graph);
    } catch (IOException e) {
      throw new UsageException("cannot write the graphs to " + folder + ": " + e);
    }
  }
}
