package io.cellwall.fleet.preview;

import io.cellwall.controlplane.ControlPlanePlan;
import io.cellwall.fleet.program.StackProgram;
import io.cellwall.fleet.synth.CdkSynthesis;
import io.cellwall.fleet.synth.NodeJs;
import io.cellwall.fleet.synth.StackAssembly;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.regions.model.Inventory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The control planes of stacks, synthesized while further stacks are planned; from an earlier run
 * where neither a control plane's plan nor the code changed.
 */
final class ControlPlanes implements AutoCloseable {

  private final Inventory inventory;
  private final Optional<CheckedFiles> files;
  private final String code;
  private final CdkSynthesis synthesis = new CdkSynthesis();
  private final List<Begun> begun = new ArrayList<>();
  private Optional<Optional<String>> node = Optional.empty();

  /**
   * The control planes of one run.
   *
   * @param files where assemblies of earlier runs are; empty to synthesize all
   * @param code fingerprint of the program and its libraries
   */
  ControlPlanes(Inventory inventory, Optional<CheckedFiles> files, String code) {
    this.inventory = inventory;
    this.files = files;
    this.code = code;
  }

  private record Begun(
      StackProgram program, String key, boolean cached, CompletableFuture<ControlPlane> made) {}

  /** Begins with the control plane of a stack, which is made for what the stack creates. */
  void begin(StackProgram program, ResourceGraph graph) {
    ControlPlanePlan plan;
    try {
      plan = ControlPlane.plan(inventory, program, graph);
    } catch (IllegalArgumentException notKnown) {
      done(program, new ControlPlane.Undecided(program, String.valueOf(notKnown.getMessage())));
      return;
    }
    String key = key(plan) + ".assembly";
    Optional<StackAssembly> known = files.flatMap(all -> all.find(key, StackAssembly::parse));
    if (known.isPresent()) {
      done(program, new ControlPlane.Synthesized(program, known.get(), true, Duration.ZERO));
    } else if (nodeProblem().isPresent()) {
      done(program, new ControlPlane.WithoutNode(program, nodeProblem().get()));
    } else {
      begun.add(
          new Begun(
              program,
              key,
              false,
              synthesis
                  .synthesize(plan)
                  .thenApply(
                      made ->
                          new ControlPlane.Synthesized(
                              program, made.assembly(), false, made.time()))));
    }
  }

  /**
   * Key of all that the control plane of a stack is made from; empty if it is not known what it
   * must be.
   *
   * @param types the types of what the stack creates
   */
  Optional<String> key(StackProgram program, Set<String> types) {
    try {
      return Optional.of(key(ControlPlanePlan.of(inventory, program.name(), new TreeSet<>(types))));
    } catch (IllegalArgumentException notKnown) {
      return Optional.empty();
    }
  }

  private String key(ControlPlanePlan plan) {
    return CacheKey.sha256(code + "\n" + CacheKey.canonical(plan));
  }

  private void done(StackProgram program, ControlPlane made) {
    begun.add(new Begun(program, "", true, CompletableFuture.completedFuture(made)));
  }

  /** All that were begun, in their order; waits for them. */
  List<ControlPlane> all() {
    List<ControlPlane> all = new ArrayList<>();
    for (Begun each : begun) {
      ControlPlane made = join(each);
      if (!each.cached() && made instanceof ControlPlane.Synthesized synthesized) {
        files.ifPresent(known -> known.put(each.key(), synthesized.assembly().text()));
      }
      all.add(made);
    }
    return all;
  }

  private static ControlPlane join(Begun each) {
    try {
      return each.made().join();
    } catch (CompletionException e) {
      throw new IllegalStateException(
          "the control plane of " + each.program().name() + " cannot be synthesized", e.getCause());
    }
  }

  private Optional<String> nodeProblem() {
    if (node.isEmpty()) {
      node = Optional.of(NodeJs.problem());
    }
    return node.get();
  }

  @Override
  public void close() {
    synthesis.close();
  }
}
