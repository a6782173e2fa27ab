package io.cellwall.cell.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A server for the time of a test.
 *
 * <p>A shell stands between: it holds the other end of a pipe to this JVM and ends the server as
 * soon as the pipe closes, which it also does when the JVM is killed. An alarm makes {@code
 * timeout} do at once what it does after five minutes in any case.
 */
final class WatchedProcess implements AutoCloseable {

  private static final String WATCH =
      "timeout -s KILL 300 \"$@\" </dev/null & server=$!; cat >/dev/null; kill -ALRM $server; wait $server";

  private final String name;
  private final Process process;
  private final Path log;

  private WatchedProcess(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  static WatchedProcess start(Path directory, List<String> command) throws IOException {
    String name = Path.of(command.get(0)).getFileName().toString();
    Path log = directory.resolve(name + ".log");
    List<String> watched = new ArrayList<>(List.of("sh", "-c", WATCH, "sh"));
    watched.addAll(command);
    Process process =
        new ProcessBuilder(watched)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    return new WatchedProcess(name, process, log);
  }

  /** The end of what it wrote, for the message of a failure. */
  String lastWords() throws IOException {
    List<String> lines = Files.readAllLines(log);
    return name
        + " wrote at last:\n"
        + String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.onExit().orTimeout(10, TimeUnit.SECONDS).handle((ended, late) -> process).join();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
