package io.cellwall.fleet.base;

import io.cellwall.fleet.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Builds the program of an earlier commit by its own Maven wrapper, once, and keeps it.
 *
 * <p>Of a commit there are {@code <commit>/fleet.jar} and {@code <commit>/lib}, and {@code
 * <commit>.log} of the last build. What was not used for two weeks goes.
 */
final class BaseBuild {

  private static final Duration KEPT = Duration.ofDays(14);

  private final Revision revision;
  private final Path programs;
  private final Path home;
  private final Scratch scratch;
  private final Consumer<String> progress;

  BaseBuild(Revision revision, Path cache, Scratch scratch, Consumer<String> progress) {
    this.revision = revision;
    this.programs = cache.toAbsolutePath().resolve("programs");
    this.home = programs.resolve(revision.commit());
    this.scratch = scratch;
    this.progress = progress;
  }

  /** The folder of what is kept of the commit. */
  Path home() {
    return home;
  }

  /** Keeps a copy of a folder of files in the home, whole or not at all. */
  void keep(Path folder, Path kept) {
    Path half = halfMade();
    try {
      copy(folder, half);
      move(half, kept);
    } catch (IOException e) {
      throw new UncheckedIOException("what the base has cannot be kept in " + kept, e);
    } finally {
      Scratch.delete(half);
    }
  }

  // On the file system of the cache, so that a move is one step.
  private Path halfMade() {
    return programs.resolve(revision.commit() + "." + ProcessHandle.current().pid());
  }

  private static void move(Path half, Path whole) throws IOException {
    try {
      Files.move(half, whole, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      // Another run may have been faster.
      if (!Files.isDirectory(whole)) {
        throw e;
      }
    }
  }

  /**
   * The program, which is built now if it was not yet.
   *
   * @throws UsageException if it cannot be built
   */
  Path jar() {
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
    Path half = halfMade();
    try {
      Files.createDirectories(half);
      revision.checkOut("", scratch, tree);
      if (!Files.exists(tree.resolve("mvnw")) || !Files.exists(tree.resolve("fleet/pom.xml"))) {
        throw new UsageException(
            "%s has no program that can be built: mvnw or fleet/pom.xml is missing; compare with a later commit, or with exported states: --against-state DIR"
                .formatted(revision.shown()));
      }
      int exitCode = maven(tree, log, true);
      if (exitCode != 0 && Files.readString(log).contains("offline")) {
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
      move(half, home);
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
                "-Dspotless.check.skip=true",
                "-Dexec.skip=true"));
    if (offline) {
      command.add("-o");
    }
    command.addAll(List.of("-pl", "fleet", "-am", "package"));
    return scratch.run(
        new ProcessBuilder(command)
            .directory(tree.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile()));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(String.valueOf(file.getFileName())));
      }
    }
  }

  /** Says that it was used, so that it stays. */
  void touch() {
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
