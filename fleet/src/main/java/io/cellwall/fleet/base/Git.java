package io.cellwall.fleet.base;

import io.cellwall.fleet.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Git's own command, in one folder.
 *
 * @param folder where it runs
 */
record Git(Path folder) {

  /**
   * What came of a call.
   *
   * @param exitCode its exit code
   * @param out its standard output
   * @param err its standard error
   */
  record Answer(int exitCode, String out, String err) {

    boolean isGood() {
      return exitCode == 0;
    }
  }

  /** Calls it; nothing in a repository's own configuration that colours or pages changes that. */
  Answer call(Map<String, String> environment, String... arguments) {
    List<String> command =
        new ArrayList<>(List.of("git", "--no-pager", "-c", "core.quotePath=false"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(environment);
    builder.environment().put("LC_ALL", "C.UTF-8");
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      byte[][] err = new byte[1][];
      Thread reader =
          new Thread(
              () -> {
                try {
                  err[0] = process.getErrorStream().readAllBytes();
                } catch (IOException ended) {
                  err[0] = new byte[0];
                }
              });
      reader.start();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int exitCode = process.waitFor();
      reader.join();
      return new Answer(
          exitCode, out, new String(err[0] == null ? new byte[0] : err[0], StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UsageException("git cannot be run: install it, and put it on PATH");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Calls it, and takes its output without the end of line. */
  String ask(String... arguments) {
    Answer answer = call(Map.of(), arguments);
    if (!answer.isGood()) {
      throw new UsageException("git " + String.join(" ", arguments) + ": " + answer.err().strip());
    }
    return answer.out().strip();
  }
}
