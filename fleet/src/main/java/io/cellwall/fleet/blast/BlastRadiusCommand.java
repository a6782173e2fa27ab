package io.cellwall.fleet.blast;

import io.cellwall.fleet.ExitCode;
import io.cellwall.fleet.inventory.InventoryOption;
import io.cellwall.fleet.output.JsonOutput;
import io.cellwall.fleet.output.Report;
import io.cellwall.fleet.output.ReportFormat;
import io.cellwall.fleet.output.ReportPrinter;
import io.cellwall.fleet.preview.StackOptions;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.model.Inventory;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says whom each kind of failure can reach, and holds it against the budgets of the inventory. */
@Command(
    name = "blast-radius",
    description =
        "For each kind of failure, the share of users, of each zone's users and of tenants that it can"
            + " reach, what stands against it, and whether that is within the budget of fleet.yaml.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class BlastRadiusCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private InventoryOption inventory = new InventoryOption();

  @Mixin private StackOptions stacks = new StackOptions();

  @Option(
      names = "--all",
      description = "Every failure of every kind, not only the farthest three.")
  private boolean all;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private ReportFormat format = ReportFormat.TEXT;

  @Override
  public Integer call() {
    Optional<Inventory> read = inventory.read(spec, format);
    if (read.isEmpty()) {
      return ExitCode.FINDINGS;
    }
    List<ResourceGraph> graphs = new ArrayList<>();
    stacks.plan(
        read.get(), spec.commandLine().getErr(), (program, planned) -> graphs.add(planned.graph()));
    BlastRadius radius = BlastRadius.of(read.get(), graphs);
    List<Finding> findings = new ArrayList<>(inventory.warnings());
    findings.addAll(BudgetFindings.of(radius, inventory.budgets()));
    Report report = new Report(inventory.fleetFile(), findings, List.of(), BudgetFindings.RULES);
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> BlastText.print(out, radius, inventory.budgets(), report, all);
      case JSON -> JsonOutput.print(out, BlastJson.of(radius, inventory.budgets(), report));
      case MARKDOWN -> {
        BlastMarkdown.print(out, radius, inventory.budgets());
        ReportPrinter.print(out, format, report);
      }
      case SARIF, JUNIT -> ReportPrinter.print(out, format, report);
    }
    out.flush();
    return report.blocks() ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }
}
