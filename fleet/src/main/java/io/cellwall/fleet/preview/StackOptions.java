package io.cellwall.fleet.preview;

import io.cellwall.fleet.output.Progress;
import io.cellwall.fleet.program.StackProgram;
import io.cellwall.fleet.program.Stacks;
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
   * Plans and judges the chosen stacks, in the order of the fleet.
   *
   * @param err where progress is shown
   * @param withGraphs whether every stack's graph is wanted
   * @throws io.cellwall.fleet.UsageException if a pattern names no stack
   */
  List<Outliner.Outlined> outline(Inventory fleet, PrintWriter err, boolean withGraphs) {
    List<StackProgram> chosen = choose(fleet);
    Optional<CheckedFiles> files = files();
    String code = fingerprint();
    Optional<OutlineCache> outlines =
        files.filter(any -> !withGraphs).map(each -> new OutlineCache(each, code, fleet));
    Outliner outliner = new Outliner(fleet, planner(files, code), outlines);
    try (Progress progress = new Progress(err, chosen.size())) {
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
