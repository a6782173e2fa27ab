package io.cellwall.fleet.controlplane;

import io.cellwall.fleet.ExitCode;
import io.cellwall.fleet.inventory.InventoryOption;
import io.cellwall.fleet.output.Report;
import io.cellwall.fleet.output.ReportFormat;
import io.cellwall.fleet.output.ReportPrinter;
import io.cellwall.fleet.preview.ControlPlane;
import io.cellwall.fleet.synth.CloudAssembly;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.judge.Judge;
import io.cellwall.policies.ownership.OwnerIndex;
import io.cellwall.policies.waivers.Waivers;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import io.cellwall.regions.model.Inventory;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the templates of the control planes; none of them if anything crosses a wall. */
@Command(
    name = "synth",
    description =
        "Write the templates of the stacks' control planes as a cloud assembly of the AWS CDK; none"
            + " if anything crosses a wall.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class SynthCommand implements Callable<Integer> {

  private final Clock clock;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private Synthesizing synthesizing = new Synthesizing();

  @Mixin private InventoryOption inventory = new InventoryOption();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the templates go; default ${DEFAULT-VALUE}.")
  private Path out = Path.of("cdk.out");

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private ReportFormat format = ReportFormat.TEXT;

  /**
   * The command.
   *
   * @param clock says what day it is, for the waivers
   */
  public SynthCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    long start = System.nanoTime();
    Optional<Inventory> read = inventory.read(spec, format);
    if (read.isEmpty()) {
      return ExitCode.FINDINGS;
    }
    Inventory fleet = read.get();
    List<ControlPlane.Synthesized> made =
        synthesizing.synthesize(fleet, spec.commandLine().getErr());
    Report report = judge(fleet, made);
    boolean blocked = report.blocks();
    if (!blocked) {
      CloudAssembly.write(out, made.stream().map(ControlPlane.Synthesized::assembly).toList());
    }
    PrintWriter printer = spec.commandLine().getOut();
    ReportPrinter.print(printer, format, report);
    if (format == ReportFormat.TEXT) {
      long now = made.stream().filter(each -> !each.cached()).count();
      printer.printf(
          "Control planes: %d, %d synthesized now, %d unchanged. Time: %.2f s. %s%n",
          made.size(),
          now,
          made.size() - now,
          Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0,
          blocked ? "Nothing was written." : "Written to " + out + ".");
    }
    printer.flush();
    return blocked ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }

  /** A control plane and what was found in it. */
  private record Judged(String name, ResourceGraph graph, List<Finding> findings) {}

  private Report judge(Inventory fleet, List<ControlPlane.Synthesized> made) {
    Judge judge = Judge.of(fleet);
    OwnerIndex index = new OwnerIndex(fleet);
    // A waiver of what Pulumi declares has nothing to cover here.
    Waivers waivers = new Waivers(inventory.waivers(), clock);
    // Judging is pure; waivers note which of them were used, in the order of the stacks.
    List<Judged> judged =
        made.parallelStream()
            .map(
                each -> {
                  ResourceGraph graph = each.graph(index);
                  return new Judged(each.name(), graph, judge.judge(graph));
                })
            .toList();
    List<Report.Section> sections = new ArrayList<>();
    for (Judged each : judged) {
      sections.add(
          new Report.Section(
              out.resolve(each.name() + ".template.json").toString().replace('\\', '/'),
              waivers.apply(each.graph(), each.findings())));
    }
    List<Finding> all = new ArrayList<>(inventory.warnings());
    waivers.findings(Severity.WARNING).stream().filter(Finding::blocks).forEach(all::add);
    return new Report(inventory.fleetFile(), all, sections);
  }
}
