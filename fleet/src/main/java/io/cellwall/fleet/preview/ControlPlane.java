package io.cellwall.fleet.preview;

import io.cellwall.controlplane.ControlPlanePlan;
import io.cellwall.fleet.program.StackProgram;
import io.cellwall.fleet.synth.StackAssembly;
import io.cellwall.policies.cloudformation.Template;
import io.cellwall.policies.cloudformation.Templates;
import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.ownership.OwnerIndex;
import io.cellwall.regions.model.Inventory;
import java.time.Duration;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The control plane of one stack, as far as a run could make it. */
public sealed interface ControlPlane {

  /**
   * What it must be, by what its stack creates.
   *
   * @param graph everything that the stack declares
   * @throws IllegalArgumentException if that is not known
   */
  static ControlPlanePlan plan(Inventory inventory, StackProgram program, ResourceGraph graph) {
    return ControlPlanePlan.of(inventory, program.name(), typesOf(graph));
  }

  /** The types of what a stack creates. */
  static SortedSet<String> typesOf(ResourceGraph graph) {
    return graph.of(Node.Kind.RESOURCE).stream()
        .map(Node::type)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The stack that it is for. */
  StackProgram program();

  /** Name of its CloudFormation stack. */
  default String name() {
    return Template.CONTROL_PLANE + program().name();
  }

  /**
   * Its template is there.
   *
   * @param cached whether an earlier run synthesized it
   * @param time what this run took for it
   */
  record Synthesized(StackProgram program, StackAssembly assembly, boolean cached, Duration time)
      implements ControlPlane {

    /** What its template declares, as part of its stack's home. */
    public ResourceGraph graph(OwnerIndex index) {
      String stack = program.name().value();
      String name = assembly.stackName();
      return Templates.parse(name, name, assembly.artifact(), assembly.template())
          .graph(stack, index.home(stack));
    }
  }

  /**
   * There is no Node.js to make it with.
   *
   * @param problem what is missing, and what to do
   */
  record WithoutNode(StackProgram program, String problem) implements ControlPlane {}

  /**
   * It is not known what it must be.
   *
   * @param problem why
   */
  record Undecided(StackProgram program, String problem) implements ControlPlane {}
}
