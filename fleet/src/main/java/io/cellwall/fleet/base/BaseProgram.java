package io.cellwall.fleet.base;

import io.cellwall.fleet.UsageException;
import io.cellwall.policies.graph.GraphJson;
import io.cellwall.policies.graph.ResourceGraph;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The program of an earlier commit: built once, kept, and run as a process that writes its graphs.
 *
 * <p>Of a commit there are {@code <commit>/fleet.jar} and {@code <commit>/lib}, {@code
 * <commit>/graphs} once all its stacks were planned, and {@code <commit>.log} of the last build.
 */
public final class BaseProgram {

  private static final Duration KEPT = Duration.ofDays(14);

  private final Revision revision;
  private final Path programs;
  private final Path home;
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
    this.programs = cache.toAbsolutePath().resolve("programs");
    this.home = programs.resolve(revision.commit());
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
    Path kept = home.resolve("graphs");
    if (!Files.isDirectory(kept) || !isReadable(kept)) {
      if (!stacks.isEmpty()) {
        return plan(inventory, stacks);
      }
      keep(plan(inventory, stacks), kept);
    }
    touch();
    return read(kept).stream()
        .filter(graph -> stacks.isEmpty() || stacks.contains(graph.stack()))
        .toList();
  }

  private boolean isReadable(Path kept) {
    try {
      return !read(kept).isEmpty();
    } catch (IllegalArgumentException | UncheckedIOException damaged) {
      Scratch.delete(kept);
      return false;
    }
  }

  private static List<ResourceGraph> read(Path kept) {
    List<Path> files;
    try (Stream<Path> list = Files.list(kept)) {
      files = list.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files.parallelStream().flatMap(file -> GraphJson.read(text(file)).stream()).toList();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void keep(List<ResourceGraph> graphs, Path kept) {
    Path half = scratchHome().resolve("graphs");
    try {
      Files.createDirectories(half);
      for (ResourceGraph graph : graphs) {
        Files.writeString(half.resolve(graph.stack() + ".json"), GraphJson.write(List.of(graph)));
      }
      Files.move(half, kept, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("the graphs of the base cannot be kept in " + kept, e);
    }
  }

  // On the file system of the cache, so that a move is one step.
  private Path scratchHome() {
    return programs.resolve(revision.commit() + "." + ProcessHandle.current().pid());
  }

  private List<ResourceGraph> plan(Path inventory, Collection<String> stacks) {
    Path jar = built();
    progress.accept("planning the stacks of " + revision.shown());
    Path file = scratch.folder().resolve("graphs.json");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                jar.toString(),
                "io.cellwall.fleet.Cellwall",
                "preview",
                "--inventory",
                inventory.toString(),
                "--cache",
                scratch.folder().resolve("cache").toString(),
                "--format",
                "json",
                "--graph",
                file.toString()));
    stacks.forEach(stack -> command.addAll(List.of("--stack", stack)));
    Path log = scratch.folder().resolve("plan.log");
    int exitCode =
        run(
            new ProcessBuilder(command)
                .directory(scratch.folder().toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(log.toFile()));
    if (!Files.exists(file)) {
      throw new UsageException(cannotPlan(exitCode, text(log)));
    }
    try {
      return GraphJson.read(text(file));
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "the program of %s writes graphs that this one cannot read: %s; compare with a later commit, or with exported states: --against-state DIR"
              .formatted(revision.shown(), e.getMessage()));
    }
  }

  private String cannotPlan(int exitCode, String log) {
    if (log.contains("Unknown option")) {
      return "the program of %s is too old to compare with: it does not know \"preview --graph\"; compare with a later commit, or with exported states: --against-state DIR"
          .formatted(revision.shown());
    }
    String why =
        log.lines()
            .filter(line -> !line.isBlank())
            .findFirst()
            .orElse("its inventory is not valid");
    return "the program of %s cannot plan its own inventory (exit code %d): %s"
        .formatted(revision.shown(), exitCode, why);
  }

  private Path built() {
    Path jar = home.resolve("fleet.jar");
    if (!Files.exists(jar)) {
      tidy();
      build();
    }
    touch();
    return jar;
  }

  private void build() {
    progress.accept("building the program of " + revision.shown() + ", once; some minutes");
    Path log = programs.resolve(revision.commit() + ".log");
    Path tree = scratch.folder().resolve("tree");
    Path half = scratchHome();
    try {
      Files.createDirectories(half);
      revision.checkOut("", scratch, tree);
      if (!Files.exists(tree.resolve("mvnw")) || !Files.exists(tree.resolve("fleet/pom.xml"))) {
        throw new UsageException(
            "%s has no program that can be built: mvnw or fleet/pom.xml is missing; compare with a later commit, or with exported states: --against-state DIR"
                .formatted(revision.shown()));
      }
      int exitCode = maven(tree, log, true);
      if (exitCode != 0 && text(log).contains("offline")) {
        exitCode = maven(tree, log, false);
      }
      if (exitCode != 0) {
        throw new UsageException(
            "the program of %s cannot be built (exit code %d): %s says why; see it yourself with: git worktree add ../base %s && cd ../base && ./mvnw -pl fleet -am -DskipTests package"
                .formatted(revision.shown(), exitCode, log, revision.commit().substring(0, 10)));
      }
      Path target = tree.resolve("fleet/target");
      Files.move(target.resolve("fleet.jar"), half.resolve("fleet.jar"));
      copy(target.resolve("lib"), half.resolve("lib"));
      Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("the program of the base cannot be kept in " + home, e);
    } finally {
      Scratch.delete(half);
      Scratch.delete(tree);
    }
  }

  private int maven(Path tree, Path log, boolean offline) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "sh",
                "./mvnw",
                "-q",
                "-B",
                "-ntp",
                // It was checked when it was new.
                "-Dmaven.test.skip=true",
                "-Dspotless.check.skip=true"));
    if (offline) {
      command.add("-o");
    }
    command.addAll(List.of("-pl", "fleet", "-am", "package"));
    return run(
        new ProcessBuilder(command)
            .directory(tree.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile()));
  }

  private int run(ProcessBuilder builder) {
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      return scratch.await(process);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + builder.command().get(0), e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(String.valueOf(file.getFileName())));
      }
    }
  }

  private void touch() {
    try {
      Files.setLastModifiedTime(home, FileTime.from(Instant.now()));
    } catch (IOException unwritable) {
      // It goes a little earlier than it could.
    }
  }

  private void tidy() {
    Instant oldest = Instant.now().minus(KEPT);
    try (Stream<Path> files = Files.list(programs)) {
      for (Path file : files.toList()) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
          Scratch.delete(file);
        }
      }
    } catch (IOException absentOrBusy) {
      // Another run may be tidying too.
    }
  }
}
