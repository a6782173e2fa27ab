package io.cellwall.fleet.inventory;

import io.cellwall.fleet.ExitCode;
import io.cellwall.fleet.output.FindingText;
import io.cellwall.fleet.output.JsonOutput;
import io.cellwall.fleet.output.Report;
import io.cellwall.fleet.output.ReportFormat;
import io.cellwall.fleet.output.ReportPrinter;
import io.cellwall.policies.waivers.Waivers;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.reading.InventoryReader;
import io.cellwall.regions.reading.InventoryReading;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
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
import tools.jackson.databind.node.ObjectNode;

/** Reports every problem of every file. */
@Command(
    name = "validate",
    description = "Report every problem of every file of the inventory.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class ValidateCommand implements Callable<Integer> {

  private final Clock clock;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private InventoryOption inventory = new InventoryOption();

  @Option(
      names = "--base",
      paramLabel = "DIR",
      description =
          "The inventory as it was, for example a worktree of the main branch: also report changes"
              + " that are not legal.")
  private @Nullable Path base;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private ReportFormat format = ReportFormat.TEXT;

  /**
   * The command.
   *
   * @param clock says what day it is, for the waivers
   */
  public ValidateCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Path folder = InventoryOption.existing(inventory.folder());
    InventoryReading reading =
        base == null
            ? InventoryReader.read(folder)
            : InventoryReader.readChange(InventoryOption.existing(base), folder);
    List<Finding> findings = new ArrayList<>(reading.findings());
    findings.addAll(new Waivers(reading.waivers(), clock).findings(Severity.VIOLATION));
    boolean valid = findings.stream().noneMatch(Finding::blocks);
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> {
        FindingText.print(out, findings, 0);
        out.println(summary(reading.inventory().filter(read -> valid), findings));
      }
      case JSON -> {
        ObjectNode object = JsonOutput.object();
        object.put("valid", valid);
        object.set("findings", JsonOutput.findings(findings));
        JsonOutput.print(out, object);
      }
      case MARKDOWN, SARIF, JUNIT ->
          ReportPrinter.print(out, format, Report.ofInventory(inventory.fleetFile(), findings));
    }
    out.flush();
    return valid ? ExitCode.CLEAN : ExitCode.FINDINGS;
  }

  private static String summary(Optional<Inventory> inventory, List<Finding> findings) {
    long blocking = findings.stream().filter(Finding::blocks).count();
    long warnings = findings.size() - blocking;
    return inventory
        .map(valid -> counts(valid) + ", " + Plural.of(warnings, "warning"))
        .orElseGet(
            () ->
                "The inventory is not valid: %s, %s."
                    .formatted(
                        Plural.of(blocking, "finding that blocks", "findings that block"),
                        Plural.of(warnings, "warning")));
  }

  private static String counts(Inventory valid) {
    return "The inventory is valid: %s, %s, %s"
        .formatted(
            Plural.of(valid.zones().size(), "zone"),
            Plural.of(valid.cells().size(), "cell"),
            Plural.of(valid.users(), "user"));
  }
}
