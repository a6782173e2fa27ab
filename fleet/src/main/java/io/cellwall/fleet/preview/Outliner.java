package io.cellwall.fleet.preview;

import io.cellwall.fleet.program.StackProgram;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.judge.Judge;
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
  private final Optional<OutlineCache> cache;
  private final Optional<ControlPlanes> controlPlanes;

  /**
   * An outliner for one run.
   *
   * @param cache what earlier runs found out; empty to judge every stack, which also gives its
   *     graph
   * @param controlPlanes makes the stacks' control planes; empty to leave them out
   */
  Outliner(
      Inventory inventory,
      Planner planner,
      Optional<OutlineCache> cache,
      Optional<ControlPlanes> controlPlanes) {
    this.inventory = inventory;
    this.planner = planner;
    this.cache = cache;
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

  /** One thing that a preview tells of. */
  private record Key(StackProgram program, Part part) {}

  /**
   * The stacks in their order.
   *
   * @param before called before a stack is planned
   */
  Outlines outline(List<StackProgram> programs, Consumer<StackProgram> before) {
    List<Part> parts =
        controlPlanes.isPresent() ? List.of(Part.values()) : List.of(Part.DECLARED_BY_PULUMI);
    List<Key> keys =
        programs.stream()
            .flatMap(program -> parts.stream().map(part -> new Key(program, part)))
            .toList();
    Map<Key, Outlined> known = new HashMap<>();
    keys.parallelStream()
        .map(this::remembered)
        .flatMap(Optional::stream)
        .toList()
        .forEach(each -> known.put(keyOf(each), each));
    List<StackProgram> others =
        keys.stream()
            .filter(each -> !known.containsKey(each))
            .map(Key::program)
            .distinct()
            .toList();
    Optional<String> withoutNode = Optional.empty();
    if (!others.isEmpty()) {
      Outlines judged = judged(others, before);
      judged.stacks().forEach(each -> known.put(keyOf(each), each));
      withoutNode = judged.withoutNode();
    }
    return new Outlines(
        keys.stream().flatMap(each -> Optional.ofNullable(known.get(each)).stream()).toList(),
        withoutNode);
  }

  private static Key keyOf(Outlined outlined) {
    return new Key(outlined.program(), outlined.part());
  }

  private Optional<Outlined> remembered(Key key) {
    long begin = System.nanoTime();
    return cache
        .flatMap(outlines -> outlines.find(key.part().nameOf(key.program().name())))
        .map(
            found ->
                new Outlined(
                    key.program(), key.part(), found, Optional.empty(), true, since(begin)));
  }

  private Outlines judged(List<StackProgram> programs, Consumer<StackProgram> before) {
    try (Background background = new Background()) {
      return judged(programs, before, background);
    }
  }

  private Outlines judged(
      List<StackProgram> programs, Consumer<StackProgram> before, Background background) {
    Judge judge = Judge.of(inventory);
    OwnerIndex index = new OwnerIndex(inventory);
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
    for (CompletableFuture<Outlined> each : begun) {
      Outlined outlined = Background.join(each);
      remember(outlined);
      judged.add(outlined);
    }
    return new Outlines(judged, withoutNode);
  }

  private void remember(Outlined outlined) {
    cache.ifPresent(outlines -> outlines.put(outlined.name(), outlined.outline()));
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
