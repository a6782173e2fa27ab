package io.cellwall.fleet.deploy;

import io.cellwall.fleet.engine.PulumiCli;
import java.util.concurrent.CountDownLatch;

/**
 * What Ctrl-C and a pipeline's SIGTERM do: the engine finishes what it is just doing, and this
 * process lives until it has said what state things are in.
 */
final class Interruption implements AutoCloseable {

  private final PulumiCli pulumi;
  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupted, "interruption");
  private volatile boolean happened;
  private volatile boolean asking;

  Interruption(PulumiCli pulumi) {
    this.pulumi = pulumi;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void interrupted() {
    happened = true;
    // Whoever is asked for an answer and interrupts has given it: nothing runs.
    if (asking) {
      return;
    }
    pulumi.interrupt();
    try {
      done.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether it happened. */
  boolean happened() {
    return happened;
  }

  /** Says that a person is being asked, and so may leave without more. */
  void asking(boolean now) {
    asking = now;
  }

  /** Lets the process end. */
  @Override
  public void close() {
    done.countDown();
    try {
      boolean unused = Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // It is being run; it needed no removing.
    }
  }
}
