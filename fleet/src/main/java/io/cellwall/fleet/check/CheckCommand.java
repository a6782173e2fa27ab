package io.cellwall.fleet.check;

import io.cellwall.fleet.ExitCode;
import io.cellwall.fleet.UsageException;
import io.cellwall.fleet.inventory.InventoryOption;
import io.cellwall.fleet.output.Inert;
import io.cellwall.fleet.output.Report;
import io.cellwall.fleet.output.ReportFormat;
import io.cellwall.fleet.output.ReportPrinter;
import io.cellwall.policies.cloudformation.Template;
import io.cellwall.policies.cloudformation.Templates;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.UnreadableGraphException;
import io.cellwall.policies.judge.Judge;
import io.cellwall.policies.ownership.OwnerIndex;
import io.cellwall.policies.state.StackState;
import io.cellwall.policies.waivers.Waivers;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import io.cellwall.regions.model.Inventory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Judges stacks that this program did not declare: what is deployed, and what templates say. */
@Command(
    name = "check",
    description = "Judge exported states and CloudFormation templates against the inventory.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class CheckCommand implements Callable<Integer> {

  private final Clock clock;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private InventoryOption inventory = new InventoryOption();

  @Option(
      names = "--state",
      arity = "1..*",
      paramLabel = "FILE",
      description = "What 'pulumi stack export' wrote; the stack's name is in it.")
  private List<Path> states = new ArrayList<>();

  @Option(
      names = "--template",
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "A CloudFormation template, JSON or YAML, or a folder that 'cdk synth' wrote. Its stack is"
              + " that of its name, <stack> or control-plane-<stack>, or --stack.")
  private List<Path> templates = new ArrayList<>();

  @Option(
      names = "--stack",
      paramLabel = "NAME",
      description = "The stack of the inventory that the templates are for.")
  private @Nullable String stack;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private ReportFormat format = ReportFormat.TEXT;

  /**
   * The command.
   *
   * @param clock says what day it is, for the waivers
   */
  public CheckCommand(Clock clock) {
    this.clock = clock;
  }

  /** A graph and the file that it was read from. */
  private record Read(String file, ResourceGraph graph) {}

  @Override
  public Integer call() {
    if (states.isEmpty() && templates.isEmpty()) {
      throw new UsageException("say what to check: --state FILE or --template PATH");
    }
    if (stack != null && templates.isEmpty()) {
      throw new UsageException("--stack is for templates: a state says itself whose it is");
    }
    Optional<Inventory> fleet = inventory.read(spec, format);
    if (fleet.isEmpty()) {
      return ExitCode.FINDINGS;
    }
    List<Read> graphs = read(fleet.get());
    Judge judge = Judge.of(fleet.get());
    Waivers waivers = new Waivers(inventory.waivers(), clock);
    List<Report.Section> sections =
        graphs.stream()
            .map(
                read ->
                    new Report.Section(
                        read.file(), waivers.apply(read.graph(), judge.judge(read.graph()))))
            .toList();
    List<Finding> findings = new ArrayList<>(inventory.warnings());
    // What a preview could not decide is decided here, and its waiver has nothing to cover.
    findings.addAll(waivers.findings(Severity.WARNING));
    Report report = new Report(inventory.fleetFile(), findings, sections);
    ReportPrinter.print(spec.commandLine().getOut(), format, report);
    return report.blocks() ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }

  private List<Read> read(Inventory fleet) {
    List<Read> graphs = new ArrayList<>();
    try {
      readStates(graphs);
      readTemplates(new OwnerIndex(fleet), graphs);
    } catch (UnreadableGraphException e) {
      throw new UsageException(Inert.text(String.valueOf(e.getMessage())));
    }
    return graphs;
  }

  private void readStates(List<Read> graphs) {
    Map<String, String> files = new HashMap<>();
    for (Path state : states) {
      ResourceGraph graph = StackState.read(state);
      String file = state.toString().replace('\\', '/');
      String first = files.putIfAbsent(graph.stack(), file);
      if (first != null) {
        throw new UsageException(
            first + " and " + file + " are both of the stack " + graph.stack() + "; name one");
      }
      graphs.add(new Read(file, graph));
    }
  }

  private void readTemplates(OwnerIndex index, List<Read> graphs) {
    for (Path path : templates) {
      for (Template template : Templates.read(path)) {
        String name = stack == null ? template.stack() : stack;
        graphs.add(new Read(template.file(), template.graph(name, index.home(name))));
      }
    }
  }
}
