package io.cellwall.cell.observability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;

/** Runs the real promtool, Prometheus's own checker of rule files. */
@NullMarked
final class Promtool {

  private static final int MOST_SECONDS = 120;

  private Promtool() {}

  /**
   * What a run said.
   *
   * @param exitCode 0 if all is well
   * @param output standard output and error
   */
  record Result(int exitCode, String output) {}

  static Result run(Path directory, String... arguments) {
    return runProgram("promtool", directory, arguments);
  }

  static Result runProgram(String program, Path directory, String... arguments) {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(List.of(arguments));
    try {
      Path output = Files.createTempFile(directory, "promtool", ".out");
      Process process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(command + " did not end within " + MOST_SECONDS + " s");
      }
      String text = Files.readString(output, StandardCharsets.UTF_8);
      Files.delete(output);
      return new Result(process.exitValue(), text);
    } catch (IOException e) {
      if (String.valueOf(e.getMessage()).startsWith("Cannot run program")) {
        throw new AssertionError(
            "promtool is not on the PATH: the rules are not tested without it. Install it with"
                + " apt-get install --no-install-recommends prometheus (Debian, Ubuntu) or brew"
                + " install prometheus (macOS)",
            e);
      }
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while promtool ran", e);
    }
  }
}
