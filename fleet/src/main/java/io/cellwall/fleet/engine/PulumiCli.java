package io.cellwall.fleet.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs Pulumi's command line in the folder of a project.
 *
 * <p>It writes into a file that we follow, not into a pipe: if we are killed, a pipe would break
 * and take the engine along in the middle of what it does to AWS.
 */
public final class PulumiCli {

  private static final int LOOK_MILLISECONDS = 50;

  /** How long the engine may take to say that it heard of an interruption itself. */
  private static final Duration HEARD = Duration.ofSeconds(2);

  /** How long the engine may take to begin: it may have to download a provider first. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** How long it may take to end once what it waited for is gone. */
  private static final Duration FAREWELL = Duration.ofSeconds(10);

  private final Path pulumi;
  private final Path project;
  private final Map<String, String> environment;
  private final Duration patience;
  private volatile @Nullable Running running;

  private record Running(Process process, EngineEvents events) {}

  /**
   * The command line.
   *
   * @param pulumi the program
   * @param project the folder of {@code Pulumi.yaml}
   * @param environment variables beyond this process's own
   */
  public PulumiCli(Path pulumi, Path project, Map<String, String> environment) {
    this(pulumi, project, environment, PATIENCE);
  }

  private PulumiCli(Path pulumi, Path project, Map<String, String> environment, Duration patience) {
    this.pulumi = pulumi;
    this.project = project;
    this.patience = patience;
    this.environment = new TreeMap<>(environment);
    // Else a preview says at its end what it said before the engine could stream events.
    this.environment.put("PULUMI_ENABLE_STREAMING_JSON_PREVIEW", "true");
  }

  /** The same, with another limit to how long the engine may take to begin. */
  public PulumiCli beginningWithin(Duration limit) {
    return new PulumiCli(pulumi, project, environment, limit);
  }

  /**
   * Runs a command that changes or shows a stack, and follows its events.
   *
   * <p>The engine waits for ever for a policy pack that never says its port. Until it says that it
   * begins, it has changed nothing: if that takes too long, what it waits for is stopped, and so it
   * ends.
   *
   * @param watcher gets each operation as it begins
   */
  public Outcome run(List<String> arguments, Consumer<Outcome.Step> watcher) {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(List.of("--json", "--non-interactive"));
    long start = System.nanoTime();
    EngineEvents events = new EngineEvents(watcher);
    Path said = temporary(".jsonl");
    Path complaints = temporary(".err");
    try {
      Process process = start(all, Redirect.to(said.toFile()), complaints);
      running = new Running(process, events);
      int exit;
      boolean gaveUp = false;
      try (AppendedLines lines = new AppendedLines(said)) {
        while (!ended(process)) {
          lines.drain(events::read);
          if (!gaveUp && !events.begun() && System.nanoTime() - start > patience.toNanos()) {
            gaveUp = true;
            stopWaiting(process);
          }
        }
        exit = exit(process);
        lines.drain(events::read);
      } finally {
        running = null;
      }
      List<String> errors = new ArrayList<>();
      if (gaveUp) {
        errors.add(
            "the engine did not begin within %d s, and was stopped: %s"
                .formatted(patience.toSeconds(), waitedFor(arguments)));
      }
      errors.addAll(events.errors());
      if (exit != 0 && events.errors().isEmpty()) {
        Files.readAllLines(complaints).stream()
            .filter(line -> !line.isBlank())
            .forEach(errors::add);
      }
      return new Outcome(
          exit,
          events.changes(),
          events.steps(),
          events.finished(),
          events.findings(),
          events.packs(),
          events.cancelling(),
          errors,
          Duration.ofNanos(System.nanoTime() - start));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + pulumi, e);
    } finally {
      delete(said);
      delete(complaints);
    }
  }

  /**
   * Asks the engine to stop after what it is just doing, unless it heard of that by itself: whoever
   * presses Ctrl-C interrupts it too, and a second time it would stop at once, in the middle.
   */
  public void interrupt() {
    Running now = running;
    if (now == null) {
      return;
    }
    long until = System.nanoTime() + HEARD.toNanos();
    while (!now.events().cancelling() && System.nanoTime() < until) {
      if (ended(now.process())) {
        return;
      }
    }
    if (!now.events().cancelling()) {
      now.process().destroy();
    }
  }

  /**
   * Runs a command for its text.
   *
   * @throws PulumiFailedException if it fails; the message is what it complained of
   */
  public String text(List<String> arguments) {
    Path complaints = temporary(".err");
    try {
      Process process = start(arguments, Redirect.PIPE, complaints);
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

  // The engine itself is left to end by itself: it then gives up its lock.
  private static void stopWaiting(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    long until = System.nanoTime() + FAREWELL.toNanos();
    while (!ended(process)) {
      if (System.nanoTime() > until) {
        process.destroyForcibly();
      }
    }
  }

  private static String waitedFor(List<String> arguments) {
    int option = arguments.indexOf("--policy-pack");
    String provider = "a provider that it downloads";
    return option < 0
        ? "it waited for " + provider
        : "it waited for the policy pack %s to say its port, or for %s. Start the pack by hand: its first line must be a port, and nothing else"
            .formatted(arguments.get(option + 1), provider);
  }

  private Process start(List<String> arguments, Redirect output, Path complaints)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(pulumi.toString()));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(project.toFile())
            .redirectOutput(output)
            .redirectError(complaints.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  private static boolean ended(Process process) {
    try {
      return process.waitFor(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroy();
      return true;
    }
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

  private static Path temporary(String suffix) {
    try {
      return Files.createTempFile("cellwall-pulumi", suffix);
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
