package io.cellwall.fleet.program;

import com.google.common.collect.ForwardingMap;
import com.pulumi.deployment.internal.DeploymentInternal;
import com.pulumi.deployment.internal.Runner;
import java.lang.reflect.Field;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The tasks that the SDK's runner waits for, so that waiting for the engine costs nothing.
 *
 * <p>The runner of com.pulumi:pulumi 1.36.1 asks for them again and again without a pause, writes
 * all of them into a message that nobody reads each time, and so keeps one processor busy while
 * engine, provider and policy pack need it: two thirds of the processor time of a cell's preview.
 * Here it waits until a task is done, and sees only those that are. A test says when the SDK has
 * mended it.
 */
public final class InFlightTasks
    extends ForwardingMap<CompletableFuture<Void>, @Nullable List<String>> {

  /** What the runner calls them. */
  static final String FIELD = "inFlightTasks";

  /** A task may be registered without telling us, while we are put in place. */
  private static final long LONGEST_MILLIS = 100;

  private final Map<CompletableFuture<Void>, @Nullable List<String>> tasks;

  /** Those that are done and that the runner has not seen: looking at all each time costs too. */
  private final Queue<CompletableFuture<Void>> done = new ConcurrentLinkedQueue<>();

  InFlightTasks(Map<CompletableFuture<Void>, @Nullable List<String>> tasks) {
    this.tasks = tasks;
  }

  /** Lets the runner of this program wait in peace; one that is made differently is left alone. */
  public static void calm() {
    calm(DeploymentInternal.getInstance().getRunner());
  }

  @SuppressWarnings("unchecked")
  static void calm(Runner runner) {
    try {
      Field field = runner.getClass().getDeclaredField(FIELD);
      field.setAccessible(true);
      if (field.get(runner) instanceof Map<?, ?> tasks) {
        field.set(
            runner,
            new InFlightTasks((Map<CompletableFuture<Void>, @Nullable List<String>>) tasks));
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      // It waits as it always did: slower, but right.
    }
  }

  @Override
  protected Map<CompletableFuture<Void>, @Nullable List<String>> delegate() {
    return tasks;
  }

  // A future is equal to itself alone, which is what is asked.
  @SuppressWarnings("CollectionUndefinedEquality")
  @Override
  public @Nullable List<String> compute(
      CompletableFuture<Void> task,
      BiFunction<
              ? super CompletableFuture<Void>,
              ? super @Nullable List<String>,
              ? extends @Nullable List<String>>
          names) {
    boolean known = tasks.containsKey(task);
    List<String> computed = tasks.compute(task, names);
    if (!known) {
      CompletableFuture<Void> unused = task.whenComplete((result, failure) -> wake(task));
    }
    return computed;
  }

  private synchronized void wake(CompletableFuture<Void> task) {
    done.add(task);
    notifyAll();
  }

  /** Tells whether there are none, as soon as there are none or one is done. */
  @Override
  public synchronized boolean isEmpty() {
    try {
      while (!tasks.isEmpty() && done.isEmpty()) {
        wait(LONGEST_MILLIS);
        if (done.isEmpty()) {
          tasks.keySet().stream().filter(CompletableFuture::isDone).forEach(done::add);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return tasks.isEmpty();
  }

  /** Those that are done: the runner does nothing with the others. */
  @SuppressWarnings("CollectionUndefinedEquality")
  @Override
  public Set<CompletableFuture<Void>> keySet() {
    Set<CompletableFuture<Void>> seen = new LinkedHashSet<>();
    for (CompletableFuture<Void> task = done.poll(); task != null; task = done.poll()) {
      if (tasks.containsKey(task)) {
        seen.add(task);
      }
    }
    return seen;
  }

  @Override
  public String toString() {
    return "tasks in flight";
  }
}
