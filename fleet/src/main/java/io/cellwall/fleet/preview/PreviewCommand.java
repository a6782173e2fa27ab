package io.cellwall.fleet.preview;

import io.cellwall.fleet.ExitCode;
import io.cellwall.fleet.UsageException;
import io.cellwall.fleet.change.ChangeMarkdown;
import io.cellwall.fleet.change.FleetChange;
import io.cellwall.fleet.change.danger.Dangers;
import io.cellwall.fleet.inventory.InventoryOption;
import io.cellwall.fleet.output.JsonOutput;
import io.cellwall.fleet.output.Progress;
import io.cellwall.fleet.output.ReportFormat;
import io.cellwall.fleet.output.ReportPrinter;
import io.cellwall.policies.graph.GraphJson;
import io.cellwall.policies.waivers.Waivers;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.StandbyPair;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
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

/** Plans the stacks without an AWS account, judges each, and says what it found. */
@Command(
    name = "preview",
    description = "Show what each stack would contain and whether anything crosses a wall.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class PreviewCommand implements Callable<Integer> {

  private final Clock clock;
  private final Dangers dangers;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private InventoryOption inventory = new InventoryOption();

  @Mixin private StackOptions stacks = new StackOptions();

  @Mixin private ControlPlaneOption controlPlane = new ControlPlaneOption();

  @Mixin private ChangeOptions changes = new ChangeOptions();

  @Option(
      names = "--fail-on",
      paramLabel = "WHAT",
      description =
          "With --base or --against-state, what blocks beside crossings: danger, for whatever"
              + " stands out; default: nothing.")
  private @Nullable FailOn failOn;

  /** What blocks beside crossings. */
  enum FailOn {
    DANGER
  }

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private ReportFormat format = ReportFormat.TEXT;

  @Option(
      names = "--graph",
      paramLabel = "FILE",
      description = "Write the resource graphs as JSON.")
  private @Nullable Path graphFile;

  /**
   * The command.
   *
   * @param clock says what day it is, for the waivers
   * @param dangers the rules of what stands out of a change
   */
  public PreviewCommand(Clock clock, Dangers dangers) {
    this.clock = clock;
    this.dangers = dangers;
  }

  @Override
  public Integer call() {
    long start = System.nanoTime();
    if (failOn != null && !changes.isAsked()) {
      throw new UsageException("--fail-on needs --base REF or --against-state DIR");
    }
    boolean comment = changes.isAsked() && format == ReportFormat.MARKDOWN;
    if (comment) {
      // Also where the inventory is not valid: so that the comment is found and replaced.
      spec.commandLine().getOut().println(ChangeMarkdown.MARKER);
    }
    Optional<Inventory> read =
        comment
            ? inventory.read(
                invalid -> ChangeMarkdown.printInvalid(spec.commandLine().getOut(), invalid))
            : inventory.read(spec, format);
    if (read.isEmpty()) {
      return ExitCode.FINDINGS;
    }
    if (changes.isAsked()) {
      return compare(read.get(), start);
    }
    FleetPreview preview = preview(read.get(), start);
    writeGraphs(preview);
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> PreviewText.print(out, preview);
      case JSON -> JsonOutput.print(out, PreviewJson.of(preview));
      case MARKDOWN, SARIF, JUNIT -> ReportPrinter.print(out, format, preview.report(inventory));
    }
    out.flush();
    return preview.blocks() ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }

  private int compare(Inventory fleet, long start) {
    PrintWriter err = spec.commandLine().getErr();
    try (Progress progress = new Progress(err, 1);
        ChangeRun run = changes.begin(inventory, stacks, progress)) {
      FleetPreview preview = preview(fleet, start).with(run.illegal(inventory));
      writeGraphs(preview);
      FleetChange change = run.change(inventory, fleet, dangers, clock, preview.graphs());
      new ChangePrinter(spec.commandLine().getOut(), inventory, dangers)
          .print(format, preview, change);
      boolean dangerous = failOn == FailOn.DANGER && !change.allDangers().isEmpty();
      return preview.blocks() || dangerous ? ExitCode.FINDINGS : ExitCode.CLEAN;
    }
  }

  private FleetPreview preview(Inventory fleet, long start) {
    Waivers waivers = new Waivers(inventory.waivers(), clock);
    // Waivers note which of them were used, so they are applied in the order of the stacks.
    Outliner.Outlines outlines =
        stacks.outline(
            fleet, spec.commandLine().getErr(), graphFile != null, controlPlane.wanted());
    List<StackPreview> previews =
        outlines.stacks().stream().map(outlined -> StackPreview.of(outlined, waivers)).toList();
    List<Finding> all = new ArrayList<>(inventory.warnings());
    all.addAll(controlPlane.findings(outlines.withoutNode()));
    all.addAll(waivers.findings(Severity.VIOLATION));
    return new FleetPreview(previews, connectors(fleet), all, since(start));
  }

  // A standby in its cell's own region has no replica to be fed.
  private static List<StandbyPair> connectors(Inventory fleet) {
    return fleet.pairs().stream().filter(StandbyPair::replicates).toList();
  }

  private void writeGraphs(FleetPreview preview) {
    if (graphFile == null) {
      return;
    }
    try {
      Files.writeString(
          graphFile,
          GraphJson.write(
              preview.stacks().stream()
                  // The graph of a stack; its control plane is the same stack's, and a template.
                  .filter(each -> each.outlined().part() == Part.DECLARED_BY_PULUMI)
                  .flatMap(each -> each.outlined().graph().stream())
                  .toList()));
    } catch (IOException e) {
      throw new UsageException("cannot write the graphs to " + graphFile + ": " + e);
    }
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
