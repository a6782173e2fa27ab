package io.cellwall.fleet.preview;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Work on what is planned already, done by the other processors while further stacks are planned:
 * the SDK has one deployment at a time, and what comes after is pure.
 */
public final class Background implements AutoCloseable {

  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          task -> {
            Thread made = new Thread(task, "background");
            made.setDaemon(true);
            return made;
          });

  /** Begins some work. */
  public <T> CompletableFuture<T> begin(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, threads);
  }

  /** Waits for some work; what it threw is thrown here. */
  public static <T> T join(CompletableFuture<T> work) {
    try {
      return work.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      if (e.getCause() instanceof Error thrown) {
        throw thrown;
      }
      throw e;
    }
  }

  /** Begins nothing more. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
