package io.cellwall.fleet.synth;

import io.cellwall.controlplane.ControlPlanePlan;
import io.cellwall.controlplane.ControlPlaneStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import software.amazon.awscdk.App;

/**
 * Synthesizes control planes, one after the other on a thread of its own: the CDK's runtime takes
 * one call at a time. The first one starts Node.js, which lives as long as this JVM.
 */
public final class CdkSynthesis implements AutoCloseable {

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread made = new Thread(task, "cdk-synth");
            made.setDaemon(true);
            return made;
          });

  /**
   * A synthesized stack.
   *
   * @param time what it took
   */
  public record Made(StackAssembly assembly, Duration time) {}

  /** Begins to synthesize a stack. */
  public CompletableFuture<Made> synthesize(ControlPlanePlan plan) {
    return CompletableFuture.supplyAsync(
        () -> {
          long begin = System.nanoTime();
          StackAssembly made = synth(plan);
          return new Made(made, Duration.ofNanos(System.nanoTime() - begin));
        },
        thread);
  }

  // An app for each stack, so that what one stack becomes cannot depend on which others there are.
  private static StackAssembly synth(ControlPlanePlan plan) {
    try {
      Path folder = Files.createTempDirectory("cellwall-synth");
      try {
        App app = ControlPlaneApp.in(Optional.of(folder));
        new ControlPlaneStack(app, plan);
        app.synth();
        return CloudAssembly.read(folder, plan.stackName());
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot synthesize " + plan.stackName(), e);
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      Files.deleteIfExists(file);
    }
  }

  /** Begins nothing more. */
  @Override
  public void close() {
    thread.shutdownNow();
  }
}
