package io.cellwall.fleet.report;

import io.cellwall.fleet.ExitCode;
import io.cellwall.fleet.UsageException;
import io.cellwall.fleet.inventory.InventoryOption;
import io.cellwall.fleet.output.ReportFormat;
import io.cellwall.fleet.preview.StackOptions;
import io.cellwall.fleet.program.StackProgram;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.regions.model.Inventory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
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

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private InventoryOption inventory = new InventoryOption();

  @Mixin private StackOptions stacks = new StackOptions();

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
   */
  public ReportCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Optional<Inventory> read = inventory.read(spec, ReportFormat.TEXT);
    if (read.isEmpty()) {
      return ExitCode.FINDINGS;
    }
    Map<StackProgram, ResourceGraph> graphs = new LinkedHashMap<>();
    stacks.plan(
        read.get(),
        spec.commandLine().getErr(),
        (program, planned) -> graphs.put(program, planned.graph()));
    Survey survey =
        Survey.of(read.get(), graphs, inventory.warnings(), inventory.waivers(), clock);
    Page page = Pages.of(survey);
    write(HtmlPage.render(page), page);
    return survey.blocks() ? ExitCode.FINDINGS : ExitCode.CLEAN;
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
