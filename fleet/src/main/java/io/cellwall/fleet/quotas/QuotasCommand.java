package io.cellwall.fleet.quotas;

import io.cellwall.fleet.ExitCode;
import io.cellwall.fleet.inventory.InventoryOption;
import io.cellwall.fleet.output.Format;
import io.cellwall.fleet.output.JsonOutput;
import io.cellwall.fleet.preview.StackOptions;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.quotas.ApprovedQuotas;
import io.cellwall.regions.quotas.QuotaComparison;
import io.cellwall.regions.quotas.QuotaTable;
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

/** Compares what the stacks need with what AWS grants their accounts. */
@Command(
    name = "quotas",
    description =
        "Compare what each account and region would need with AWS's default quotas and those that"
            + " the inventory says are approved.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class QuotasCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private InventoryOption inventory = new InventoryOption();

  @Mixin private StackOptions stacks = new StackOptions();

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private Format format = Format.TEXT;

  @Override
  public Integer call() {
    Optional<Inventory> read = inventory.read(spec, format);
    if (read.isEmpty()) {
      return ExitCode.FINDINGS;
    }
    List<ResourceGraph> graphs = new ArrayList<>();
    stacks.plan(
        read.get(), spec.commandLine().getErr(), (program, planned) -> graphs.add(planned.graph()));
    QuotaTable table = QuotaTable.published();
    QuotaReport report =
        QuotaReport.of(graphs, new QuotaComparison(table, ApprovedQuotas.of(read.get())));
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> QuotasText.print(out, report, table);
      case JSON -> JsonOutput.print(out, QuotasJson.of(report, table));
    }
    out.flush();
    return report.blocks() ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }
}
