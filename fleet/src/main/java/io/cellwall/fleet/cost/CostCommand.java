package io.cellwall.fleet.cost;

import io.cellwall.fleet.ExitCode;
import io.cellwall.fleet.UsageException;
import io.cellwall.fleet.inventory.InventoryOption;
import io.cellwall.fleet.output.Format;
import io.cellwall.fleet.output.JsonOutput;
import io.cellwall.fleet.preview.StackOptions;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.model.Inventory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Estimates what each stack costs before anybody uses it. */
@Command(
    name = "cost",
    description =
        "Estimate the fixed monthly cost of each stack by part. What depends on use is left out, and"
            + " a price that is not known is reported, never taken for zero.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class CostCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private InventoryOption inventory = new InventoryOption();

  @Mixin private StackOptions stacks = new StackOptions();

  @Option(
      names = "--prices",
      paramLabel = "FILE",
      description = "A price file to use instead of the one that comes with this command.")
  private @Nullable Path priceFile;

  @Option(
      names = "--print-prices",
      description = "Print the price file that comes with this command and do nothing else.")
  private boolean printPrices;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private Format format = Format.TEXT;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (printPrices) {
      out.print(PriceTable.listPricesText());
      out.flush();
      return ExitCode.CLEAN;
    }
    PriceTable prices = prices();
    Optional<Inventory> read = inventory.read(spec, format);
    if (read.isEmpty()) {
      return ExitCode.FINDINGS;
    }
    List<StackCost> costs = new ArrayList<>();
    stacks.plan(
        read.get(),
        spec.commandLine().getErr(),
        (program, planned) -> costs.add(StackCost.of(planned.graph(), prices)));
    List<Finding> findings = CostFindings.of(costs);
    switch (format) {
      case TEXT -> CostText.print(out, costs, findings, prices);
      case JSON -> JsonOutput.print(out, CostJson.of(costs, findings, prices));
    }
    out.flush();
    return findings.stream().anyMatch(Finding::blocks) ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }

  private PriceTable prices() {
    if (priceFile == null) {
      return PriceTable.listPrices();
    }
    try {
      return PriceTable.parse(Files.readString(priceFile));
    } catch (IOException e) {
      throw new UsageException("cannot read the prices in " + priceFile + ": " + e);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new UsageException(priceFile + " is not a price file: " + e.getMessage());
    }
  }
}
