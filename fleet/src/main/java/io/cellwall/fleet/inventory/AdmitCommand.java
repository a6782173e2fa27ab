package io.cellwall.fleet.inventory;

import io.cellwall.fleet.ExitCode;
import io.cellwall.fleet.UsageException;
import io.cellwall.fleet.output.FindingText;
import io.cellwall.fleet.output.Format;
import io.cellwall.fleet.output.JsonOutput;
import io.cellwall.regions.admission.Admission;
import io.cellwall.regions.admission.AdmissionOutcome;
import io.cellwall.regions.admission.AdmittedFile;
import io.cellwall.regions.admission.DescriptorJson;
import io.cellwall.regions.admission.EdgeAdmission;
import io.cellwall.regions.admission.EdgeDescriptorJson;
import io.cellwall.regions.finding.Source;
import io.cellwall.regions.model.StackName;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
        "Check the descriptor of a built cell or edge against the inventory and record its facts in"
            + " the cell's or the zone's file, and nothing else.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class AdmitCommand implements Callable<Integer> {

  // Far above any descriptor.
  private static final long MOST_BYTES = 1 << 20;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private InventoryOption inventory = new InventoryOption();

  @Parameters(
      index = "0",
      paramLabel = "STACK",
      description = "A cell's name, edge-<zone> or edge-<region>.")
  private String stack = "";

  @Option(
      names = "--descriptor",
      required = true,
      paramLabel = "FILE",
      description = "What the stack published of itself, as JSON.")
  private Path file = Path.of("");

  @Option(names = "--dry-run", description = "Check only and write nothing.")
  private boolean dryRun;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private Format format = Format.TEXT;

  @Override
  public Integer call() {
    StackName name = new OptionText(spec.commandLine()).parse("STACK", stack, StackName::parse);
    Path folder = InventoryOption.existing(inventory.folder());
    AdmissionOutcome outcome = judge(folder, name, descriptor());
    PrintWriter out = spec.commandLine().getOut();
    if (outcome.file().isPresent() && !dryRun) {
      write(outcome.file().get());
    }
    switch (format) {
      case TEXT -> {
        FindingText.print(out, outcome.findings(), 0);
        out.println(
            outcome
                .file()
                .map(admitted -> text(admitted, name))
                .orElse(name + " is not admitted; nothing was written."));
      }
      case JSON -> {
        ObjectNode object =
            JsonOutput.object()
                .put("stack", name.value())
                .put("admitted", outcome.file().isPresent())
                .put(
                    "written",
                    !dryRun && outcome.file().filter(AdmittedFile::isChange).isPresent());
        object.set("findings", JsonOutput.findings(outcome.findings()));
        JsonOutput.print(out, object);
      }
    }
    out.flush();
    return outcome.file().isPresent() ? ExitCode.CLEAN : ExitCode.FINDINGS;
  }

  private String descriptor() {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new UsageException(
            file + " is not a descriptor: it has " + Files.size(file) + " bytes");
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new UsageException("cannot read the descriptor " + file + ": " + e);
    }
  }

  private AdmissionOutcome judge(Path folder, StackName name, String text) {
    if (name instanceof StackName.OfGlobalEdge) {
      throw new UsageException(
          "the inventory records nothing of global-edge: give its name servers and its DS record"
              + " to whoever holds the domain above it");
    }
    Source source = Source.ofFile(file.toString());
    try {
      return name instanceof StackName.OfCell cell
          ? Admission.judge(folder, cell.cell(), DescriptorJson.read(text), source)
          : EdgeAdmission.judge(folder, name, EdgeDescriptorJson.read(text, name), source);
    } catch (IllegalArgumentException e) {
      throw new UsageException(file + " is not a descriptor of " + name + ": " + e.getMessage());
    } catch (IOException e) {
      throw new UsageException("cannot read the file of " + name + ": " + e);
    }
  }

  private String text(AdmittedFile admitted, StackName name) {
    if (!admitted.isChange()) {
      return "%s has these facts already.".formatted(admitted.path());
    }
    return "%s %s:%n%s%nReview the change; %s"
        .formatted(
            dryRun ? "Would record in" : "Recorded in",
            admitted.path(),
            admitted.added().stream().collect(Collectors.joining(System.lineSeparator())),
            next(name));
  }

  private static String next(StackName name) {
    if (name instanceof StackName.OfCell) {
      return "a later one may set state: active.";
    }
    return name instanceof StackName.OfZoneEdge
        ? "then bring up global-edge, which delegates to the zone."
        : "then bring up its zone's edge, for its group and its certificate, and "
            + name
            + " again.";
  }

  private static void write(AdmittedFile admitted) {
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
