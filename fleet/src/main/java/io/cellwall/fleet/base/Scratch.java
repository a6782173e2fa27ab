package io.cellwall.fleet.base;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A folder and processes that do not outlive the run, also where it is interrupted.
 *
 * <p>A worktree of Git's own would leave its registration behind where a run is killed.
 */
public final class Scratch implements AutoCloseable {

  private final Path folder;
  private final Set<Process> processes = ConcurrentHashMap.newKeySet();
  private final Thread atEnd = new Thread(this::clean, "cellwall-scratch");

  /** A new folder. */
  public Scratch() {
    try {
      folder = Files.createTempDirectory("cellwall-base");
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary folder can be made", e);
    }
    Runtime.getRuntime().addShutdownHook(atEnd);
  }

  /** The folder. */
  public Path folder() {
    return folder;
  }

  /**
   * Runs a process to its end, which comes with the end of this run at the latest.
   *
   * @return its exit code
   */
  int run(ProcessBuilder builder) {
    Process process;
    try {
      process = builder.start();
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + builder.command().get(0), e);
    }
    processes.add(process);
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      processes.remove(process);
    }
  }

  @Override
  public void close() {
    clean();
    try {
      Runtime.getRuntime().removeShutdownHook(atEnd);
    } catch (IllegalStateException ending) {
      // The run ends: the hook itself is what cleans.
    }
  }

  private void clean() {
    processes.forEach(each -> each.descendants().forEach(ProcessHandle::destroy));
    processes.forEach(Process::destroy);
    delete(folder);
  }

  /** Deletes a folder and all that is in it, as far as that goes. */
  static void delete(Path folder) {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.sorted(Comparator.reverseOrder()).toList();
    } catch (IOException absent) {
      return;
    }
    for (Path file : files) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException busy) {
        // The system's own cleaning takes it.
      }
    }
  }
}
