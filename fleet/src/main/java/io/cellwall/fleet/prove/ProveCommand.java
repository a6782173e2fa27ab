package io.cellwall.fleet.prove;

import io.cellwall.fleet.ExitCode;
import io.cellwall.fleet.inventory.InventoryOption;
import io.cellwall.fleet.output.JsonOutput;
import io.cellwall.fleet.output.Report;
import io.cellwall.fleet.output.ReportFormat;
import io.cellwall.fleet.output.ReportPrinter;
import io.cellwall.fleet.preview.ControlPlaneOption;
import io.cellwall.fleet.preview.StackOptions;
import io.cellwall.fleet.program.StackProgram;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.iam.action.ActionCatalogue;
import io.cellwall.policies.judge.Judge;
import io.cellwall.policies.proof.FleetProof;
import io.cellwall.policies.proof.FleetStatement;
import io.cellwall.policies.proof.deploy.DeployRoleProof;
import io.cellwall.policies.proof.inventory.FleetAccounts;
import io.cellwall.policies.proof.rule.ProofRule;
import io.cellwall.policies.waivers.Judgement;
import io.cellwall.policies.waivers.Waivers;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import io.cellwall.regions.model.Inventory;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Proves that nothing crosses a wall of the fleet, or says what is not proven and why. */
@Command(
    name = "prove",
    description =
        "State for each stack and zone what is proven of access, network and residency, and show the"
            + " path of what is not.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class ProveCommand implements Callable<Integer> {

  private final Clock clock;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private InventoryOption inventory = new InventoryOption();

  @Mixin private StackOptions stacks = new StackOptions();

  @Mixin private ControlPlaneOption controlPlane = new ControlPlaneOption();

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private ReportFormat format = ReportFormat.TEXT;

  /**
   * The command.
   *
   * @param clock says what day it is, for the waivers
   */
  public ProveCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Optional<Inventory> read = inventory.read(spec, format);
    if (read.isEmpty()) {
      return ExitCode.FINDINGS;
    }
    Inventory fleet = read.get();
    Map<String, StackProgram> programs = new LinkedHashMap<>();
    ControlPlaneOption.Planned planned =
        controlPlane.plan(
            stacks,
            fleet,
            spec.commandLine().getErr(),
            program -> programs.put(program.name().value(), program));
    List<ResourceGraph> graphs = planned.graphs();
    FleetProof proof = FleetProof.of(fleet, graphs, Judge.of(fleet)::judge);
    Waivers waivers = Waivers.forProofs(inventory.waivers(), clock);
    Map<String, List<Finding>> findings = proof.findings();
    List<Judgement> judgements =
        graphs.stream()
            .map(graph -> waivers.apply(graph, findings.getOrDefault(graph.stack(), List.of())))
            .toList();
    List<DeployRoleProof.Proven> deployRoles =
        new DeployRoleProof(ActionCatalogue.bundled(), new FleetAccounts(fleet))
            .prove(planned.deployRoles());
    FleetStatement statement = FleetStatement.of(fleet, proof, judgements);
    List<Finding> all = new ArrayList<>(inventory.warnings());
    all.addAll(planned.findings());
    deployRoles.forEach(role -> all.addAll(role.findings()));
    all.addAll(waivers.findings(Severity.VIOLATION));
    Report report =
        new Report(inventory.fleetFile(), all, sections(judgements, programs), rules(findings));
    print(statement, deployRoles, report);
    return report.blocks() ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }

  private List<Report.Section> sections(
      List<Judgement> judgements, Map<String, StackProgram> programs) {
    return judgements.stream()
        .map(
            judgement ->
                new Report.Section(
                    Optional.ofNullable(programs.get(judgement.stack()))
                        .map(program -> inventory.fileOf(program.name(), program.zone()))
                        .orElseGet(inventory::fleetFile),
                    judgement))
        .toList();
  }

  /** The proofs' rules, and those of the pack that residency fails by. */
  private static List<String> rules(Map<String, List<Finding>> findings) {
    return Stream.concat(
            Stream.of(ProofRule.values()).map(ProofRule::id),
            findings.values().stream().flatMap(List::stream).map(Finding::rule))
        .distinct()
        .toList();
  }

  private void print(
      FleetStatement statement, List<DeployRoleProof.Proven> deployRoles, Report report) {
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> StatementText.print(out, statement, deployRoles, report);
      case JSON -> JsonOutput.print(out, StatementJson.of(statement, deployRoles, report));
      case MARKDOWN -> {
        StatementMarkdown.print(out, statement);
        ReportPrinter.print(out, format, report);
      }
      case SARIF, JUNIT -> ReportPrinter.print(out, format, report);
    }
    out.flush();
  }
}
