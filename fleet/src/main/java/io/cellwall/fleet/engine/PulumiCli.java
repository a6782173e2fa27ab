package io.cellwall.fleet.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Runs Pulumi's command line in the folder of a project. */
public final class PulumiCli {

  private final Path pulumi;
  private final Path project;
  private final Map<String, String> environment;

  /**
   * The command line.
   *
   * @param pulumi the program
   * @param project the folder of {@code Pulumi.yaml}
   * @param environment variables beyond this process's own
   */
  public PulumiCli(Path pulumi, Path project, Map<String, String> environment) {
    this.pulumi = pulumi;
    this.project = project;
    this.environment = new TreeMap<>(environment);
  }

  /**
   * Runs a command that changes or shows a stack, and follows its events.
   *
   * @param watcher gets each operation as it begins
   */
  public Outcome run(List<String> arguments, Consumer<Outcome.Step> watcher) {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(List.of("--json", "--non-interactive"));
    long start = System.nanoTime();
    EngineEvents events = new EngineEvents(watcher);
    Path complaints = temporary();
    try {
      Process process = start(all, complaints);
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          events.read(line);
        }
      }
      int exit = exit(process);
      List<String> errors = new ArrayList<>(events.errors());
      if (exit != 0 && errors.isEmpty()) {
        errors.addAll(Files.readAllLines(complaints));
      }
      return new Outcome(
          exit,
          events.changes(),
          events.steps(),
          errors,
          Duration.ofNanos(System.nanoTime() - start));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + pulumi, e);
    } finally {
      delete(complaints);
    }
  }

  /**
   * Runs a command for its text.
   *
   * @throws PulumiFailedException if it fails; the message is what it complained of
   */
  public String text(List<String> arguments) {
    Path complaints = temporary();
    try {
      Process process = start(arguments, complaints);
      String text = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (exit(process) != 0) {
        throw new PulumiFailedException(
            "pulumi " + String.join(" ", arguments) + ": " + Files.readString(complaints).strip());
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + pulumi, e);
    } finally {
      delete(complaints);
    }
  }

  private Process start(List<String> arguments, Path complaints) throws IOException {
    List<String> command = new ArrayList<>(List.of(pulumi.toString()));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(project.toFile()).redirectError(complaints.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  private static int exit(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroy();
      return 130;
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempFile("cellwall-pulumi", ".err");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
