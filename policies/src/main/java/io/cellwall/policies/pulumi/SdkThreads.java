package io.cellwall.policies.pulumi;

import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The threads that run the SDK's tasks: those of Java's common pool.
 *
 * <p>On one or two processors that pool is too small for Java's futures, which then start a new
 * thread for each task: half of the time that planning a fleet takes. So {@link #prepare} asks for
 * a larger one.
 *
 * <p>And the pool can leave a task lying: a worker that runs the SDK's loop puts that loop on top
 * of its queue again and again, so whatever lies below waits for another worker, and where waking
 * one was lost, nobody looks again. With JDK 17.0.15, a pool of two and com.pulumi:pulumi 1.36.1
 * every second preview of the example fleet never ended. So while a program runs, {@link #awake}
 * lets the pool look.
 */
public final class SdkThreads {

  /** How Java is told the size of the common pool. */
  static final String SIZE = "java.util.concurrent.ForkJoinPool.common.parallelism";

  private static final int SMALLEST = 3;
  private static final int PERIOD_MILLIS = 20;

  private SdkThreads() {}

  /**
   * Makes the pool large enough, unless Java was told a size. Java reads it once, so this comes
   * first in a program's {@code main}.
   */
  public static void prepare() {
    if (System.getProperty(SIZE) == null) {
      int size = Math.max(SMALLEST, Runtime.getRuntime().availableProcessors() - 1);
      System.setProperty(SIZE, Integer.toString(size));
    }
  }

  /** Runs a program; until it ends, the pool looks again and again for what was left lying. */
  public static <T> T awake(Supplier<T> program) {
    ScheduledExecutorService alarm =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread made = new Thread(task, "alarm of the common pool");
              made.setDaemon(true);
              return made;
            });
    // A task from outside wakes a worker; it goes through all queues before it sleeps again.
    ScheduledFuture<?> unused =
        alarm.scheduleAtFixedRate(
            () -> ForkJoinPool.commonPool().execute(() -> {}),
            PERIOD_MILLIS,
            PERIOD_MILLIS,
            TimeUnit.MILLISECONDS);
    try {
      return program.get();
    } finally {
      alarm.shutdownNow();
    }
  }
}
