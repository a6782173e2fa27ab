package io.cellwall.fleet.inventory;

import io.cellwall.fleet.UsageException;
import io.cellwall.fleet.output.FindingText;
import io.cellwall.fleet.output.Format;
import io.cellwall.fleet.output.JsonOutput;
import io.cellwall.fleet.output.Report;
import io.cellwall.fleet.output.ReportFormat;
import io.cellwall.fleet.output.ReportPrinter;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Waiver;
import io.cellwall.regions.model.BlastBudget;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.StackName;
import io.cellwall.regions.reading.InventoryReader;
import io.cellwall.regions.reading.InventoryReading;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** The option that names the inventory, and the reading of it. */
public final class InventoryOption {

  @Option(
      names = "--inventory",
      paramLabel = "DIR",
      description = "The inventory's folder; default ${DEFAULT-VALUE}.")
  private Path folder = Path.of("regions", "inventory");

  private List<Finding> findings = List.of();

  private List<Waiver> waivers = List.of();

  private List<BlastBudget> budgets = List.of();

  /** The inventory's folder. */
  public Path folder() {
    return folder;
  }

  /** What the last reading warned of. */
  public List<Finding> warnings() {
    return findings;
  }

  /**
   * The inventory; empty, with its findings printed to standard output, if it is not valid.
   *
   * @throws UsageException if there is no such folder
   */
  public Optional<Inventory> read(CommandSpec spec, Format format) {
    return read(spec, format.forFindings());
  }

  /**
   * The inventory; empty, with its findings printed to standard output, if it is not valid.
   *
   * @throws UsageException if there is no such folder
   */
  public Optional<Inventory> read(CommandSpec spec, ReportFormat format) {
    return read(invalid -> print(spec.commandLine().getOut(), format, folder, invalid));
  }

  /**
   * The inventory; empty if it is not valid.
   *
   * @param invalid gets its findings then
   * @throws UsageException if there is no such folder
   */
  public Optional<Inventory> read(Consumer<List<Finding>> invalid) {
    InventoryReading reading = InventoryReader.read(existing(folder));
    findings = reading.findings();
    waivers = reading.waivers();
    budgets = reading.budgets();
    if (reading.inventory().isEmpty()) {
      invalid.accept(findings);
    }
    return reading.inventory();
  }

  /**
   * The inventory of a folder that no option names; empty, with its findings printed to standard
   * output, if it is not valid.
   *
   * @throws UsageException if there is no such folder
   */
  public static Optional<Inventory> read(Path folder, CommandSpec spec, Format format) {
    InventoryReading reading = InventoryReader.read(existing(folder));
    if (reading.inventory().isEmpty()) {
      print(spec.commandLine().getOut(), format.forFindings(), folder, reading.findings());
    }
    return reading.inventory();
  }

  /** The waivers of the last reading. */
  public List<Waiver> waivers() {
    return waivers;
  }

  /** The budgets of the blast radius of the last reading. */
  public List<BlastBudget> budgets() {
    return budgets;
  }

  /** The file that a stack is written in, as findings show it. */
  public String fileOf(StackName stack, String zone) {
    if (stack instanceof StackName.OfGlobalEdge) {
      return fleetFile();
    }
    return file(
        stack instanceof StackName.OfCell ? "cells/" + stack + ".yaml" : "zones/" + zone + ".yaml");
  }

  /** The fleet's own file, as findings show it. */
  public String fleetFile() {
    return fleetFile(folder);
  }

  /** A file of the inventory, as findings show it: {@code cells/eu-west-1-cell-03.yaml}. */
  public String file(String path) {
    return shown(folder.resolve(path));
  }

  private static String fleetFile(Path folder) {
    return shown(folder.resolve("fleet.yaml"));
  }

  private static String shown(Path file) {
    return file.toString().replace('\\', '/');
  }

  /** The folder, if it is one. */
  static Path existing(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new UsageException(
          "there is no inventory in %s: run cellwall from the folder that holds it, or name it with"
                  .formatted(folder)
              + " --inventory DIR");
    }
    return folder;
  }

  /** Prints the findings of an inventory that is not valid. */
  static void print(PrintWriter out, ReportFormat format, Path folder, List<Finding> findings) {
    switch (format) {
      case TEXT -> {
        FindingText.print(out, findings, 0);
        long blocking = findings.stream().filter(Finding::blocks).count();
        out.printf(
            "%nThe inventory is not valid: %s.%n",
            Plural.of(blocking, "finding that blocks", "findings that block"));
      }
      case JSON -> {
        ObjectNode object = JsonOutput.object();
        object.set("findings", JsonOutput.findings(findings));
        JsonOutput.print(out, object);
      }
      case MARKDOWN, SARIF, JUNIT ->
          ReportPrinter.print(out, format, Report.ofInventory(fleetFile(folder), findings));
    }
    out.flush();
  }
}
