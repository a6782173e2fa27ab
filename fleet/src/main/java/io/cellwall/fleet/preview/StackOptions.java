package io.cellwall.fleet.preview;

import io.cellwall.fleet.output.Progress;
import io.cellwall.fleet.program.StackProgram;
import io.cellwall.fleet.program.Stacks;
import io.cellwall.policies.cloudformation.Template;
import io.cellwall.regions.model.Inventory;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
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
    Optional<OutlineCache> outlines =
        files.filter(any -> !withGraphs).map(each -> new OutlineCache(each, code, fleet));
    try (Progress progress = new Progress(err, chosen.size());
        ControlPlanes controlPlanes = new ControlPlanes(fleet, files, code)) {
      Outliner outliner =
          new Outliner(
              fleet,
              planner(files, code),
              outlines,
              Optional.of(controlPlanes).filter(any -> withControlPlanes));
      return outliner.outline(chosen, program -> progress.next("planning " + program.name()));
    }
  }

  private List<StackProgram> choose(Inventory fleet) {
    return StackSelection.choose(Stacks.of(fleet), program -> program.name().value(), stacks);
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
    return noCache ? "" : CodeFingerprint.ofClassPath();
  }

  private static Planner planner(Optional<CheckedFiles> files, String code) {
    return new Planner(files.map(GraphCache::new), code);
  }
}
