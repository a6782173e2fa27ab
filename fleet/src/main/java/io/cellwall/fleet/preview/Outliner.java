package io.cellwall.fleet.preview;

import io.cellwall.fleet.program.StackProgram;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.judge.Judge;
import io.cellwall.regions.model.Inventory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Finds out what each stack declares and what stands against it: from an earlier run where nothing
 * changed at all, else by planning and judging.
 */
final class Outliner {

  private final Inventory inventory;
  private final Planner planner;
  private final Optional<OutlineCache> cache;

  /**
   * An outliner for one run.
   *
   * @param cache what earlier runs found out; empty to judge every stack, which also gives its
   *     graph
   */
  Outliner(Inventory inventory, Planner planner, Optional<OutlineCache> cache) {
    this.inventory = inventory;
    this.planner = planner;
    this.cache = cache;
  }

  /**
   * What was found out about a stack.
   *
   * @param graph everything that it declares; empty if an earlier run had judged it
   * @param unchanged whether an earlier run planned it
   * @param time what planning and judging took in this run
   */
  record Outlined(
      StackProgram program,
      StackOutline outline,
      Optional<ResourceGraph> graph,
      boolean unchanged,
      Duration time) {}

  /**
   * The stacks in their order.
   *
   * @param before called before a stack is planned
   */
  List<Outlined> outline(List<StackProgram> programs, Consumer<StackProgram> before) {
    Map<StackProgram, Outlined> known = new HashMap<>();
    programs.parallelStream()
        .map(this::remembered)
        .flatMap(Optional::stream)
        .toList()
        .forEach(each -> known.put(each.program(), each));
    List<StackProgram> others = programs.stream().filter(each -> !known.containsKey(each)).toList();
    if (!others.isEmpty()) {
      judged(others, before).forEach(each -> known.put(each.program(), each));
    }
    return programs.stream().map(each -> Objects.requireNonNull(known.get(each))).toList();
  }

  private Optional<Outlined> remembered(StackProgram program) {
    long begin = System.nanoTime();
    return cache
        .flatMap(outlines -> outlines.find(program.name()))
        .map(found -> new Outlined(program, found, Optional.empty(), true, since(begin)));
  }

  private List<Outlined> judged(List<StackProgram> programs, Consumer<StackProgram> before) {
    Judge judge = Judge.of(inventory);
    List<ToJudge> planned = new ArrayList<>();
    AtomicLong begin = new AtomicLong(System.nanoTime());
    planner.plan(
        programs,
        before,
        (program, graph) ->
            planned.add(new ToJudge(program, graph, since(begin.getAndSet(System.nanoTime())))));
    // Planning goes one by one, as the SDK has one deployment at a time; judging is pure.
    List<Outlined> judged = planned.parallelStream().map(each -> each.by(judge)).toList();
    cache.ifPresent(
        outlines -> judged.forEach(each -> outlines.put(each.program().name(), each.outline())));
    return judged;
  }

  /** A planned stack. */
  private record ToJudge(StackProgram program, Planner.Planned planned, Duration time) {

    Outlined by(Judge judge) {
      long begin = System.nanoTime();
      ResourceGraph graph = planned.graph();
      StackOutline outline = StackOutline.of(graph, judge.judge(graph));
      return new Outlined(
          program, outline, Optional.of(graph), planned.cached(), time.plus(since(begin)));
    }
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
