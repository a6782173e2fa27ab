package io.cellwall.fleet.preview;

import io.cellwall.fleet.program.StackProgram;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.pulumi.StackCapture;
import java.util.Optional;

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
   */
  Planner(Optional<GraphCache> cache) {
    this.cache = cache;
    this.code = cache.isPresent() ? CodeFingerprint.ofClassPath() : "";
  }

  /**
   * A stack's graph.
   *
   * @param graph everything that the stack declares
   * @param cached whether an earlier run planned it
   */
  public record Planned(ResourceGraph graph, boolean cached) {}

  Planned plan(StackProgram program) {
    if (cache.isEmpty()) {
      return new Planned(capture(program), false);
    }
    CacheKey key = CacheKey.of(code, program);
    Optional<ResourceGraph> found = cache.get().find(key);
    if (found.isPresent()) {
      return new Planned(found.get(), true);
    }
    ResourceGraph graph = capture(program);
    cache.get().put(key, graph);
    return new Planned(graph, false);
  }

  private static ResourceGraph capture(StackProgram program) {
    return StackCapture.capture(PROJECT, program.name().value(), program::declare);
  }
}
