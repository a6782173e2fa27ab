package io.cellwall.fleet.preview;

import com.google.common.base.Suppliers;
import io.cellwall.fleet.change.StackSides;
import io.cellwall.fleet.output.Progress;
import io.cellwall.fleet.program.StackProgram;
import io.cellwall.fleet.program.Stacks;
import io.cellwall.policies.cloudformation.Template;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.regions.model.Inventory;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which stacks are planned and how, and the planning. */
public final class StackOptions {

  @Option(
      names = "--stack",
      paramLabel = "NAME",
      description = "Only this stack; a name or a glob such as 'eu-*'. May be repeated.")
  private List<String> stacks = new ArrayList<>();

  @Option(names = "--no-cache", description = "Plan every stack, also those that did not change.")
  private boolean noCache;

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description = "Where unchanged stacks are remembered; default ${DEFAULT-VALUE}.")
  private Path cacheFolder = Path.of(".cellwall", "cache");

  private @Nullable String fingerprint;

  private final IdentityHashMap<Inventory, List<StackProgram>> made = new IdentityHashMap<>();

  /**
   * Plans the chosen stacks, in the order of the fleet.
   *
   * @param err where progress is shown
   * @param consumer gets each stack with its graph as soon as it is planned
   * @throws io.cellwall.fleet.UsageException if a pattern names no stack
   */
  public void plan(
      Inventory fleet, PrintWriter err, BiConsumer<StackProgram, Planner.Planned> consumer) {
    List<StackProgram> chosen = choose(fleet);
    Planner planner = planner(files(), fingerprint());
    try (Progress progress = new Progress(err, chosen.size())) {
      planner.plan(chosen, program -> progress.next("planning " + program.name()), consumer);
    }
  }

  /**
   * Plans the chosen stacks and synthesizes their control planes, in the order of the fleet.
   *
   * @param err where progress is shown
   * @param consumer gets each stack with its graph as soon as it is planned
   * @throws io.cellwall.fleet.UsageException if a pattern names no stack
   */
  public List<ControlPlane> planWithControlPlanes(
      Inventory fleet, PrintWriter err, BiConsumer<StackProgram, Planner.Planned> consumer) {
    List<StackProgram> chosen = choose(fleet);
    Optional<CheckedFiles> files = files();
    String code = fingerprint();
    try (Progress progress = new Progress(err, chosen.size() + 1);
        ControlPlanes controlPlanes = new ControlPlanes(fleet, files, code)) {
      planner(files, code)
          .plan(
              chosen,
              program -> progress.next("planning " + program.name()),
              (program, planned) -> {
                consumer.accept(program, planned);
                controlPlanes.begin(program, planned.graph());
              });
      progress.next("synthesizing control planes");
      return controlPlanes.all();
    }
  }

  /** Chooses stacks, or their control planes, by name or glob, beside those of the option. */
  public void choose(List<String> patterns) {
    patterns.stream()
        .map(
            pattern ->
                pattern.startsWith(Template.CONTROL_PLANE)
                    ? pattern.substring(Template.CONTROL_PLANE.length())
                    : pattern)
        .forEach(stacks::add);
  }

  /**
   * Plans and judges the chosen stacks, in the order of the fleet.
   *
   * @param err where progress is shown
   * @param withGraphs whether every stack's graph is wanted
   * @param withControlPlanes whether their control planes are judged too
   * @throws io.cellwall.fleet.UsageException if a pattern names no stack
   */
  Outliner.Outlines outline(
      Inventory fleet, PrintWriter err, boolean withGraphs, boolean withControlPlanes) {
    List<StackProgram> chosen = choose(fleet);
    Optional<CheckedFiles> files = files();
    String code = fingerprint();
    try (Progress progress = new Progress(err, chosen.size());
        ControlPlanes all = new ControlPlanes(fleet, files, code)) {
      Optional<ControlPlanes> controlPlanes = Optional.of(all).filter(any -> withControlPlanes);
      Optional<EarlierOutlines> earlier =
          files
              .filter(any -> !withGraphs)
              .map(
                  each ->
                      new EarlierOutlines(
                          new OutlineCache(each, code, fleet),
                          Suppliers.memoize(
                              () -> new PlanKeys(files, code).of(fleet, programs(fleet))),
                          controlPlanes));
      Outliner outliner = new Outliner(fleet, planner(files, code), earlier, controlPlanes);
      return outliner.outline(chosen, program -> progress.next("planning " + program.name()));
    }
  }

  /** The folder of what is remembered. */
  Path cacheFolder() {
    return cacheFolder;
  }

  /** Whether the user chose the stack of this name, or chose none and so all. */
  boolean isChosen(String stack) {
    return stacks.isEmpty()
        || !StackSelection.matching(List.of(stack), each -> each, stacks).isEmpty();
  }

  /** The chosen stacks of an inventory, which need have none of them, by name and in its order. */
  Map<String, StackProgram> programs(Inventory inventory) {
    Map<String, StackProgram> programs = new LinkedHashMap<>();
    all(inventory).stream()
        .filter(each -> isChosen(each.name().value()))
        .forEach(each -> programs.put(each.name().value(), each));
    return programs;
  }

  /** Names of the chosen stacks of another inventory; none where all are chosen. */
  List<String> chosenOf(Inventory inventory) {
    return stacks.isEmpty() ? List.of() : List.copyOf(programs(inventory).keySet());
  }

  /**
   * The graphs of stacks by name.
   *
   * @param known those that are at hand
   */
  Map<String, ResourceGraph> graphs(
      Collection<StackProgram> programs, Map<String, ResourceGraph> known) {
    Map<String, ResourceGraph> graphs = new LinkedHashMap<>();
    List<StackProgram> others =
        programs.stream().filter(each -> !known.containsKey(each.name().value())).toList();
    planner(files(), fingerprint())
        .plan(
            others,
            program -> {},
            (program, planned) -> graphs.put(program.name().value(), planned.graph()));
    programs.forEach(
        each ->
            Optional.ofNullable(known.get(each.name().value()))
                .ifPresent(graph -> graphs.put(each.name().value(), graph)));
    return graphs;
  }

  /**
   * The two sides of each chosen stack of two inventories, both planned by this program; without
   * graphs where the plans are equal. Those that go come last.
   *
   * @param heads graphs of the stacks as they become, as far as they are at hand
   */
  List<StackSides> sides(Inventory before, Inventory after, Map<String, ResourceGraph> heads) {
    Map<String, StackProgram> was = programs(before);
    Map<String, StackProgram> is = programs(after);
    PlanKeys keys = new PlanKeys(files(), fingerprint());
    Map<String, String> oldKeys = keys.of(before, was);
    Map<String, String> newKeys = keys.of(after, is);
    Set<String> same =
        is.keySet().stream()
            .filter(name -> Objects.equals(oldKeys.get(name), newKeys.get(name)))
            .collect(Collectors.toSet());
    Map<String, ResourceGraph> old = graphs(without(was, same), Map.of());
    Map<String, ResourceGraph> now = graphs(without(is, same), heads);
    List<StackSides> sides = new ArrayList<>();
    is.forEach(
        (name, program) ->
            sides.add(
                sides(
                    program,
                    was.containsKey(name) ? StackSides.Exists.BOTH : StackSides.Exists.AFTER,
                    Optional.ofNullable(old.get(name)),
                    Optional.ofNullable(now.get(name)))));
    was.forEach(
        (name, program) -> {
          if (!is.containsKey(name)) {
            sides.add(
                sides(
                    program,
                    StackSides.Exists.BEFORE,
                    Optional.ofNullable(old.get(name)),
                    Optional.empty()));
          }
        });
    return sides;
  }

  private static List<StackProgram> without(Map<String, StackProgram> programs, Set<String> same) {
    return programs.entrySet().stream()
        .filter(each -> !same.contains(each.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static StackSides sides(
      StackProgram program,
      StackSides.Exists exists,
      Optional<ResourceGraph> before,
      Optional<ResourceGraph> after) {
    return new StackSides(
        program.name().value(), program.zone(), program.region().code(), exists, before, after);
  }

  /** All stacks of an inventory, chosen or not; each keeps its plan once it was made. */
  List<StackProgram> all(Inventory inventory) {
    return made.computeIfAbsent(inventory, Stacks::of);
  }

  private List<StackProgram> choose(Inventory fleet) {
    return StackSelection.choose(all(fleet), program -> program.name().value(), stacks);
  }

  private Optional<CheckedFiles> files() {
    if (noCache) {
      return Optional.empty();
    }
    CheckedFiles files = new CheckedFiles(cacheFolder);
    files.tidy();
    return Optional.of(files);
  }

  private String fingerprint() {
    if (fingerprint == null) {
      fingerprint = noCache ? "" : CodeFingerprint.ofClassPath();
    }
    return fingerprint;
  }

  private static Planner planner(Optional<CheckedFiles> files, String code) {
    return new Planner(files.map(GraphCache::new), code);
  }
}
