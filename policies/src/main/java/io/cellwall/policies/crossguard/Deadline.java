package io.cellwall.policies.crossguard;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Does one thing after the other, and gives up on what takes too long: the engine itself would wait
 * for ever.
 */
final class Deadline {

  private final Duration longest;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "policy pack");
            thread.setDaemon(true);
            return thread;
          });

  Deadline(Duration longest) {
    this.longest = longest;
  }

  /**
   * What the work gives.
   *
   * @throws OverrunException if it took too long, or something before it still runs
   * @throws Exception what the work threw
   */
  <T> T within(Callable<T> work) throws Exception {
    Future<T> future = worker.submit(work);
    try {
      return future.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      future.cancel(true);
      throw new OverrunException(
          "Cellwall's policy pack did not decide within "
              + longest.toSeconds()
              + " s, so nothing passes",
          e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** It took too long. */
  static final class OverrunException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OverrunException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
