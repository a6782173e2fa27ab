package io.cellwall.fleet.preview;

import io.cellwall.fleet.program.StackProgram;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.judge.Judge;
import io.cellwall.policies.ownership.Holdings;
import io.cellwall.policies.ownership.OwnerIndex;
import io.cellwall.regions.model.Inventory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Finds out what each stack declares and what stands against it: from an earlier run where nothing
 * changed at all, else by planning and judging.
 */
final class Outliner {

  private final Inventory inventory;
  private final Planner planner;
  private final Optional<EarlierOutlines> earlier;
  private final Optional<ControlPlanes> controlPlanes;

  /**
   * An outliner for one run.
   *
   * @param earlier what earlier runs found out; empty to judge every stack, which also gives its
   *     graph
   * @param controlPlanes makes the stacks' control planes; empty to leave them out
   */
  Outliner(
      Inventory inventory,
      Planner planner,
      Optional<EarlierOutlines> earlier,
      Optional<ControlPlanes> controlPlanes) {
    this.inventory = inventory;
    this.planner = planner;
    this.earlier = earlier;
    this.controlPlanes = controlPlanes;
  }

  /**
   * What was found out about a stack, or about its control plane.
   *
   * @param part which of the two
   * @param graph everything that it declares; empty if an earlier run had judged it
   * @param unchanged whether an earlier run planned it
   * @param time what planning and judging took in this run
   */
  record Outlined(
      StackProgram program,
      Part part,
      StackOutline outline,
      Optional<ResourceGraph> graph,
      boolean unchanged,
      Duration time) {

    /** The name that it is shown by. */
    String name() {
      return part.nameOf(program.name());
    }
  }

  /**
   * What was found out.
   *
   * @param stacks in the order of the fleet, each followed by its control plane
   * @param withoutNode what is missing for the control planes that could not be synthesized; empty
   *     if there are none
   */
  record Outlines(List<Outlined> stacks, Optional<String> withoutNode) {}

  /**
   * The stacks in their order.
   *
   * @param before called before a stack is planned
   */
  Outlines outline(List<StackProgram> programs, Consumer<StackProgram> before) {
    List<Part> parts =
        controlPlanes.isPresent() ? List.of(Part.values()) : List.of(Part.DECLARED_BY_PULUMI);
    List<StackPart> keys =
        programs.stream()
            .flatMap(program -> parts.stream().map(part -> new StackPart(program, part)))
            .toList();
    Map<StackPart, Outlined> known = new HashMap<>();
    remembered(keys).forEach(each -> known.put(partOf(each), each));
    List<StackProgram> others =
        keys.stream()
            .filter(each -> !known.containsKey(each))
            .map(StackPart::program)
            .distinct()
            .toList();
    Optional<String> withoutNode = Optional.empty();
    if (!others.isEmpty()) {
      Outlines judged = judged(others, before);
      judged.stacks().forEach(each -> known.put(partOf(each), each));
      withoutNode = judged.withoutNode();
    }
    return new Outlines(
        keys.stream().flatMap(each -> Optional.ofNullable(known.get(each)).stream()).toList(),
        withoutNode);
  }

  private static StackPart partOf(Outlined outlined) {
    return new StackPart(outlined.program(), outlined.part());
  }

  private List<Outlined> remembered(List<StackPart> keys) {
    long begin = System.nanoTime();
    Map<StackPart, StackOutline> found = earlier.map(all -> all.find(keys)).orElse(Map.of());
    Duration time = since(begin).dividedBy(Math.max(1, found.size()));
    return found.entrySet().stream()
        .map(
            each ->
                new Outlined(
                    each.getKey().program(),
                    each.getKey().part(),
                    each.getValue(),
                    Optional.empty(),
                    true,
                    time))
        .toList();
  }

  private Outlines judged(List<StackProgram> programs, Consumer<StackProgram> before) {
    try (Background background = new Background()) {
      return judged(programs, before, background);
    }
  }

  private Outlines judged(
      List<StackProgram> programs, Consumer<StackProgram> before, Background background) {
    // No rule sees more of the inventory than what outlines are remembered by.
    Holdings holdings = Holdings.of(inventory);
    Judge judge = Judge.of(holdings);
    OwnerIndex index = new OwnerIndex(holdings);
    List<CompletableFuture<Outlined>> begun = new ArrayList<>();
    AtomicLong begin = new AtomicLong(System.nanoTime());
    planner.plan(
        programs,
        before,
        (program, graph) -> {
          controlPlanes.ifPresent(all -> all.begin(program, graph.graph()));
          ToJudge planned = new ToJudge(program, graph, since(begin.getAndSet(System.nanoTime())));
          begun.add(background.begin(() -> planned.by(judge)));
        });
    List<Outlined> judged = new ArrayList<>();
    Optional<String> withoutNode = Optional.empty();
    for (ControlPlane each : controlPlanes.map(ControlPlanes::all).orElse(List.of())) {
      if (each instanceof ControlPlane.Synthesized synthesized) {
        begun.add(background.begin(() -> judged(synthesized, judge, index)));
      } else if (each instanceof ControlPlane.Undecided undecided) {
        judged.add(undecided(undecided));
      } else if (each instanceof ControlPlane.WithoutNode missing) {
        withoutNode = Optional.of(missing.problem());
      }
    }
    Map<StackPart, StackOutline> made = new HashMap<>();
    for (CompletableFuture<Outlined> each : begun) {
      Outlined outlined = Background.join(each);
      made.put(partOf(outlined), outlined.outline());
      judged.add(outlined);
    }
    earlier.ifPresent(all -> all.put(made));
    return new Outlines(judged, withoutNode);
  }

  private static Outlined judged(ControlPlane.Synthesized made, Judge judge, OwnerIndex index) {
    long begin = System.nanoTime();
    ResourceGraph graph = made.graph(index);
    return new Outlined(
        made.program(),
        Part.CONTROL_PLANE,
        StackOutline.of(graph, judge.judge(graph)),
        Optional.of(graph),
        made.cached(),
        made.time().plus(since(begin)));
  }

  private static Outlined undecided(ControlPlane.Undecided undecided) {
    return new Outlined(
        undecided.program(),
        Part.CONTROL_PLANE,
        new StackOutline(new TreeMap<>(), List.of(ControlPlaneFindings.undecided(undecided))),
        Optional.empty(),
        false,
        Duration.ZERO);
  }

  /** A planned stack. */
  private record ToJudge(StackProgram program, Planner.Planned planned, Duration time) {

    Outlined by(Judge judge) {
      long begin = System.nanoTime();
      ResourceGraph graph = planned.graph();
      return new Outlined(
          program,
          Part.DECLARED_BY_PULUMI,
          StackOutline.of(graph, judge.judge(graph)),
          Optional.of(graph),
          planned.cached(),
          time.plus(since(begin)));
    }
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
