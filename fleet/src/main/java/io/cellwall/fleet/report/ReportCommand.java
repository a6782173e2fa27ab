package io.cellwall.fleet.report;

import io.cellwall.fleet.ExitCode;
import io.cellwall.fleet.UsageException;
import io.cellwall.fleet.change.ChangeOutline;
import io.cellwall.fleet.change.FleetChange;
import io.cellwall.fleet.change.danger.Dangers;
import io.cellwall.fleet.inventory.InventoryOption;
import io.cellwall.fleet.output.Progress;
import io.cellwall.fleet.output.ReportFormat;
import io.cellwall.fleet.preview.ChangeOptions;
import io.cellwall.fleet.preview.ChangeRun;
import io.cellwall.fleet.preview.StackOptions;
import io.cellwall.fleet.program.StackProgram;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.model.Inventory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes one page that shows the fleet, its walls and what is proven of them. */
@Command(
    name = "report",
    description =
        "Write one self-contained page for a reviewer: the fleet as a map, its walls and declared"
            + " doors, what is proven, and of each stack its parts, addresses, quotas, cost, waivers"
            + " and findings. The page asks no network for anything.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class ReportCommand implements Callable<Integer> {

  private static final Path STANDARD_OUTPUT = Path.of("-");

  private final Clock clock;
  private final Dangers dangers;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private InventoryOption inventory = new InventoryOption();

  @Mixin private StackOptions stacks = new StackOptions();

  @Mixin private ChangeOptions changes = new ChangeOptions();

  @Option(
      names = "--html",
      paramLabel = "FILE",
      required = true,
      description = "Where to write the page; - for standard output.")
  private Path html = STANDARD_OUTPUT;

  /**
   * The command.
   *
   * @param clock says what day it is, for the waivers
   * @param dangers the rules of what stands out of a change
   */
  public ReportCommand(Clock clock, Dangers dangers) {
    this.clock = clock;
    this.dangers = dangers;
  }

  @Override
  public Integer call() {
    // Before a fleet is planned, not after.
    requireWritable();
    Optional<Inventory> read = inventory.read(spec, ReportFormat.TEXT);
    if (read.isEmpty()) {
      return ExitCode.FINDINGS;
    }
    Inventory fleet = read.get();
    if (!changes.isAsked()) {
      return finish(survey(fleet, graphs(fleet), List.of()), Optional.empty());
    }
    try (Progress progress = new Progress(spec.commandLine().getErr(), 1);
        ChangeRun run = changes.begin(inventory, stacks, progress)) {
      Map<StackProgram, ResourceGraph> graphs = graphs(fleet);
      Map<String, ResourceGraph> heads =
          graphs.values().stream()
              .collect(Collectors.toMap(ResourceGraph::stack, Function.identity()));
      FleetChange change = run.change(inventory, fleet, dangers, clock, heads);
      return finish(
          survey(fleet, graphs, run.illegal(inventory)), Optional.of(ChangeOutline.of(change)));
    }
  }

  private Map<StackProgram, ResourceGraph> graphs(Inventory fleet) {
    Map<StackProgram, ResourceGraph> graphs = new LinkedHashMap<>();
    stacks.plan(
        fleet,
        spec.commandLine().getErr(),
        (program, planned) -> graphs.put(program, planned.graph()));
    return graphs;
  }

  private Survey survey(
      Inventory fleet, Map<StackProgram, ResourceGraph> graphs, List<Finding> illegal) {
    List<Finding> findings =
        Stream.concat(inventory.warnings().stream(), illegal.stream()).toList();
    return Survey.of(fleet, graphs, findings, inventory.waivers(), inventory.budgets(), clock);
  }

  private int finish(Survey survey, Optional<ChangeOutline> change) {
    Page page = Pages.of(survey, change);
    write(HtmlPage.render(page), page);
    return survey.blocks() ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }

  private void requireWritable() {
    if (html.equals(STANDARD_OUTPUT)) {
      return;
    }
    Path folder = Optional.ofNullable(html.toAbsolutePath().getParent()).orElse(html);
    if (Files.isDirectory(html)) {
      throw new UsageException("--html %s is a folder; name a file in it".formatted(html));
    }
    if (!Files.isDirectory(folder)) {
      throw new UsageException(
          "--html %s: there is no folder %s; make it first".formatted(html, folder));
    }
    if (!Files.isWritable(Files.exists(html) ? html : folder)) {
      throw new UsageException("--html %s: you may not write there".formatted(html));
    }
  }

  private void write(String text, Page page) {
    PrintWriter out = spec.commandLine().getOut();
    if (html.equals(STANDARD_OUTPUT)) {
      out.print(text);
    } else {
      try {
        Files.writeString(html, text);
      } catch (IOException e) {
        throw new UsageException("cannot write the page to " + html + ": " + e);
      }
      out.println(page.headline().verdict() + " " + page.headline().because());
      out.println("Written to " + html + ".");
    }
    out.flush();
  }
}
