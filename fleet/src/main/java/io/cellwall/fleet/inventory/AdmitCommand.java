package io.cellwall.fleet.inventory;

import io.cellwall.fleet.ExitCode;
import io.cellwall.fleet.UsageException;
import io.cellwall.fleet.output.FindingText;
import io.cellwall.fleet.output.Format;
import io.cellwall.fleet.output.JsonOutput;
import io.cellwall.regions.admission.Admission;
import io.cellwall.regions.admission.AdmittedCell;
import io.cellwall.regions.admission.Descriptor;
import io.cellwall.regions.admission.DescriptorJson;
import io.cellwall.regions.finding.Source;
import io.cellwall.regions.model.CellName;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** Records what a built cell says of itself. */
@Command(
    name = "admit",
    description =
        "Check the descriptor of a built cell against the inventory and record its facts in the"
            + " cell's file, and nothing else.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class AdmitCommand implements Callable<Integer> {

  // Far above any descriptor.
  private static final long MOST_BYTES = 1 << 20;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private InventoryOption inventory = new InventoryOption();

  @Parameters(index = "0", paramLabel = "CELL", description = "The cell's name.")
  private String cell = "";

  @Option(
      names = "--descriptor",
      required = true,
      paramLabel = "FILE",
      description = "What the cell published of itself, as JSON.")
  private Path file = Path.of("");

  @Option(names = "--dry-run", description = "Check only and write nothing.")
  private boolean dryRun;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private Format format = Format.TEXT;

  @Override
  public Integer call() {
    CellName name = new OptionText(spec.commandLine()).parse("CELL", cell, CellName::parse);
    Path folder = InventoryOption.existing(inventory.folder());
    Descriptor descriptor = descriptor();
    Admission.Outcome outcome = judge(folder, name, descriptor);
    PrintWriter out = spec.commandLine().getOut();
    if (outcome.cell().isPresent() && !dryRun) {
      write(outcome.cell().get());
    }
    switch (format) {
      case TEXT -> {
        FindingText.print(out, outcome.findings(), 0);
        out.println(
            outcome
                .cell()
                .map(admitted -> text(admitted, descriptor))
                .orElse("Cell " + name + " is not admitted; nothing was written."));
      }
      case JSON -> {
        ObjectNode object =
            JsonOutput.object()
                .put("cell", name.toString())
                .put("admitted", outcome.cell().isPresent())
                .put(
                    "written",
                    !dryRun && outcome.cell().filter(AdmittedCell::isChange).isPresent());
        object.set("findings", JsonOutput.findings(outcome.findings()));
        JsonOutput.print(out, object);
      }
    }
    out.flush();
    return outcome.cell().isPresent() ? ExitCode.CLEAN : ExitCode.FINDINGS;
  }

  private Descriptor descriptor() {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new UsageException(
            file + " is not a descriptor: it has " + Files.size(file) + " bytes");
      }
      return DescriptorJson.read(Files.readString(file));
    } catch (IOException e) {
      throw new UsageException("cannot read the descriptor " + file + ": " + e);
    } catch (IllegalArgumentException e) {
      throw new UsageException(file + " is not a descriptor: " + e.getMessage());
    }
  }

  private Admission.Outcome judge(Path folder, CellName name, Descriptor descriptor) {
    try {
      return Admission.judge(folder, name, descriptor, Source.ofFile(file.toString()));
    } catch (IOException e) {
      throw new UsageException("cannot read the file of " + name + ": " + e);
    }
  }

  private String text(AdmittedCell admitted, Descriptor descriptor) {
    if (!admitted.isChange()) {
      return "%s has these facts already.".formatted(admitted.path());
    }
    return """
        %s %s:
          endpointService: %s
          nameServers: %s
        Review the change; a later one may set state: active."""
        .formatted(
            dryRun ? "Would record in" : "Recorded in",
            admitted.path(),
            descriptor.facts().endpointService(),
            descriptor.facts().nameServers());
  }

  private static void write(AdmittedCell admitted) {
    if (!admitted.isChange()) {
      return;
    }
    try {
      admitted.write();
    } catch (IOException e) {
      throw new UsageException("cannot write " + admitted.path() + ": " + e.getMessage());
    }
  }
}
