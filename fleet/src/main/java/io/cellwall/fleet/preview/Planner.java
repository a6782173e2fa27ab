package io.cellwall.fleet.preview;

import io.cellwall.fleet.program.InFlightTasks;
import io.cellwall.fleet.program.StackProgram;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.pulumi.StackCapture;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Finds out what a stack declares: from an earlier run where nothing changed, else by running it.
 */
public final class Planner {

  private static final String PROJECT = "cellwall";

  private final Optional<GraphCache> cache;
  private final String code;

  /**
   * A planner.
   *
   * @param cache where graphs of earlier runs are; empty to plan every stack
   * @param code fingerprint of the program and its libraries
   */
  Planner(Optional<GraphCache> cache, String code) {
    this.cache = cache;
    this.code = code;
  }

  /**
   * A stack's graph.
   *
   * @param graph everything that the stack declares
   * @param cached whether an earlier run planned it
   */
  public record Planned(ResourceGraph graph, boolean cached) {}

  /**
   * The graphs of the stacks, one after the other and in their order.
   *
   * @param before called before each stack
   */
  void plan(
      List<StackProgram> programs,
      Consumer<StackProgram> before,
      BiConsumer<StackProgram, Planned> consumer) {
    // A stack's plan and a look are pure; the SDK can run one program at a time.
    List<Remembered> looked = programs.parallelStream().map(this::look).toList();
    for (Remembered each : looked) {
      before.accept(each.program());
      consumer.accept(
          each.program(),
          each.graph().map(found -> new Planned(found, true)).orElseGet(() -> plan(each)));
    }
  }

  /** What earlier runs know of a stack. */
  private record Remembered(
      StackProgram program, Optional<CacheKey> key, Optional<ResourceGraph> graph) {}

  private Remembered look(StackProgram program) {
    Optional<CacheKey> key = cache.map(known -> CacheKey.of(code, program));
    return new Remembered(program, key, cache.flatMap(known -> key.flatMap(known::find)));
  }

  private Planned plan(Remembered stack) {
    ResourceGraph graph = capture(stack.program());
    cache.ifPresent(known -> stack.key().ifPresent(key -> known.put(key, graph)));
    return new Planned(graph, false);
  }

  private static ResourceGraph capture(StackProgram program) {
    return StackCapture.capture(
        PROJECT,
        program.name().value(),
        context -> {
          InFlightTasks.calm();
          program.declare(context);
        });
  }
}
