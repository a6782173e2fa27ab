package io.cellwall.fleet.preview;

import io.cellwall.controlplane.deploy.NeededActions;
import io.cellwall.fleet.program.StackProgram;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.ownership.OwnerIndex;
import io.cellwall.policies.proof.deploy.DeployRoleProof;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.model.Inventory;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** The option that says whether control planes are told of. */
public final class ControlPlaneOption {

  @Option(
      names = "--control-plane",
      paramLabel = "WHEN",
      description =
          "Whether the stacks' control planes are synthesized and judged too:"
              + " ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}, where Node.js is.")
  private ControlPlaneMode mode = ControlPlaneMode.AUTO;

  /**
   * What was planned.
   *
   * @param graphs a graph for each stack, its control plane with it: both have one home
   * @param deployRoles the roles that deploy them, of the control planes that could be made
   * @param findings what stands against the others
   */
  public record Planned(
      List<ResourceGraph> graphs,
      List<DeployRoleProof.Subject> deployRoles,
      List<Finding> findings) {}

  /**
   * Plans the chosen stacks with their control planes.
   *
   * @param before gets each stack once it is planned, in the order of the fleet
   */
  public Planned plan(
      StackOptions stacks, Inventory fleet, PrintWriter err, Consumer<StackProgram> before) {
    Map<String, ResourceGraph> graphs = new LinkedHashMap<>();
    BiConsumer<StackProgram, Planner.Planned> add =
        (program, planned) -> {
          before.accept(program);
          graphs.put(program.name().value(), planned.graph());
        };
    if (!wanted()) {
      stacks.plan(fleet, err, add);
      return new Planned(List.copyOf(graphs.values()), List.of(), List.of());
    }
    OwnerIndex index = new OwnerIndex(fleet);
    List<Finding> findings = new ArrayList<>();
    List<DeployRoleProof.Subject> deployRoles = new ArrayList<>();
    Optional<String> withoutNode = Optional.empty();
    for (ControlPlane each : stacks.planWithControlPlanes(fleet, err, add)) {
      if (each instanceof ControlPlane.Synthesized made) {
        String stack = made.program().name().value();
        ResourceGraph declared = Objects.requireNonNull(graphs.get(stack));
        ResourceGraph controlPlane = made.graph(index);
        graphs.put(stack, declared.with(controlPlane));
        deployRoles.add(
            new DeployRoleProof.Subject(
                declared,
                controlPlane,
                ControlPlane.plan(fleet, made.program(), declared).roles().deploy(),
                NeededActions.of(ControlPlane.typesOf(declared)),
                NeededActions.ofCopies(ControlPlane.typesOf(declared))));
      } else if (each instanceof ControlPlane.Undecided undecided) {
        findings.add(ControlPlaneFindings.undecided(undecided));
      } else if (each instanceof ControlPlane.WithoutNode missing) {
        withoutNode = Optional.of(missing.problem());
      }
    }
    findings.addAll(findings(withoutNode));
    return new Planned(List.copyOf(graphs.values()), deployRoles, findings);
  }

  boolean wanted() {
    return mode != ControlPlaneMode.NEVER;
  }

  /**
   * What stands against a run that could not synthesize all.
   *
   * @param problem what is missing for it
   */
  List<Finding> findings(Optional<String> problem) {
    return problem
        .map(missing -> List.of(ControlPlaneFindings.withoutNode(missing, mode)))
        .orElse(List.of());
  }
}
