package io.cellwall.fleet.base;

import io.cellwall.fleet.UsageException;
import io.cellwall.policies.graph.GraphJson;
import io.cellwall.policies.graph.ResourceGraph;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The program of an earlier commit: run as a process that writes its graphs, one file for each
 * stack. They are kept beside it in {@code graphs} once all its stacks were planned.
 */
public final class BaseProgram {

  private final Revision revision;
  private final BaseBuild build;
  private final Scratch scratch;
  private final Consumer<String> progress;

  /**
   * The program of a commit.
   *
   * @param cache the folder of what is remembered
   * @param progress gets what is being done
   */
  public BaseProgram(Revision revision, Path cache, Scratch scratch, Consumer<String> progress) {
    this.revision = revision;
    this.build = new BaseBuild(revision, cache, scratch, progress);
    this.scratch = scratch;
    this.progress = progress;
  }

  /**
   * The graphs of stacks as that program plans them from that commit's inventory.
   *
   * @param inventory the commit's inventory
   * @param stacks names; of none, all
   * @throws UsageException if the program cannot be built, cannot plan, or writes another format
   */
  public List<ResourceGraph> graphs(Path inventory, Collection<String> stacks) {
    Path kept = build.home().resolve("graphs");
    Optional<List<ResourceGraph>> remembered = remembered(kept, stacks);
    if (remembered.isPresent()) {
      build.touch();
      return remembered.get();
    }
    try {
      Path planned = plan(inventory, stacks);
      List<ResourceGraph> graphs = new GraphFolder(planned).read(List.of());
      if (stacks.isEmpty()) {
        build.keep(planned, kept);
      }
      return graphs;
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "the program of %s writes graphs that this one cannot read: %s; compare with a later commit, or with exported states: --against-state DIR"
              .formatted(revision.shown(), e.getMessage()));
    }
  }

  private static Optional<List<ResourceGraph>> remembered(Path kept, Collection<String> stacks) {
    if (!Files.isDirectory(kept)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new GraphFolder(kept).read(stacks));
    } catch (IllegalArgumentException | UncheckedIOException damaged) {
      Scratch.delete(kept);
      return Optional.empty();
    }
  }

  private Path plan(Path inventory, Collection<String> stacks) {
    Path jar = build.jar();
    progress.accept("planning the stacks of " + revision.shown());
    Path folder = scratch.folder().resolve("graphs");
    List<String> options = new ArrayList<>();
    options.addAll(List.of("--inventory", inventory.toString()));
    options.addAll(List.of("--cache", scratch.folder().resolve("cache").toString()));
    stacks.forEach(stack -> options.addAll(List.of("--stack", stack)));
    Ran ran = run(jar, List.of("graphs", "--out", folder.toString()), options);
    if (ran.log().contains("'graphs'")) {
      // A program of before there was this command: it judges what it plans, which takes longer.
      Path all = scratch.folder().resolve("graphs.json");
      ran = run(jar, List.of("preview", "--format", "json", "--graph", all.toString()), options);
      split(all, new GraphFolder(folder));
    }
    if (new GraphFolder(folder).isEmpty()) {
      throw new UsageException(cannotPlan(ran));
    }
    return folder;
  }

  private static void split(Path all, GraphFolder folder) {
    if (!Files.exists(all)) {
      return;
    }
    try {
      for (ResourceGraph graph : GraphJson.read(GraphFolder.text(all))) {
        folder.write(graph);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What came of a run of the program. */
  private record Ran(int exitCode, String log) {}

  private Ran run(Path jar, List<String> call, List<String> options) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                jar.toString(),
                "io.cellwall.fleet.Cellwall"));
    command.addAll(call);
    command.addAll(options);
    Path log = scratch.folder().resolve("plan.log");
    int exitCode =
        scratch.run(
            new ProcessBuilder(command)
                .directory(scratch.folder().toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(log.toFile()));
    return new Ran(exitCode, GraphFolder.text(log));
  }

  private String cannotPlan(Ran ran) {
    if (ran.log().contains("Unknown option")) {
      return "the program of %s is too old to compare with: it does not know \"preview --graph\"; compare with a later commit, or with exported states: --against-state DIR"
          .formatted(revision.shown());
    }
    String why =
        ran.log()
            .lines()
            .filter(line -> !line.isBlank())
            .findFirst()
            .orElse("its inventory is not valid");
    return "the program of %s cannot plan its own inventory (exit code %d): %s"
        .formatted(revision.shown(), ran.exitCode(), why);
  }
}
