package io.cellwall.fleet.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.deployment.internal.DeploymentImpl;
import com.pulumi.deployment.internal.EngineLogger;
import com.pulumi.deployment.internal.Runner;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The SDK's runner that never rests, and the way to let it. */
@Timeout(60)
class InFlightTasksTest {

  private final Messages messages = new Messages(1_000);
  private final Runner runner = runner(messages);

  @Test
  void should_say_when_the_sdk_waits_without_our_help() throws Exception {
    // GIVEN a task that the engine has not answered yet
    CompletableFuture<String> answer = new CompletableFuture<>();
    runner.registerTask("register a bucket", answer);

    // WHEN the SDK's own runner waits for it
    CompletableFuture<Runner.Result<String>> run = runner.runAsync(() -> "declared");

    // THEN it asks a thousand times, and more: once it does not, InFlightTasks can go
    assertThat(messages.many.await(30, TimeUnit.SECONDS)).isTrue();
    answer.complete("made");
    assertThat(run.join().result()).contains("declared");
  }

  @Test
  void should_look_at_the_tasks_only_when_one_is_done() throws Exception {
    // GIVEN a runner that was calmed, and three tasks
    InFlightTasks.calm(runner);
    List<CompletableFuture<String>> answers =
        Stream.generate(CompletableFuture<String>::new).limit(3).toList();
    answers.forEach(answer -> runner.registerTask("register a bucket", answer));

    // WHEN they are answered one after the other, each after a while
    CompletableFuture<Runner.Result<String>> run = runner.runAsync(() -> "declared");
    for (CompletableFuture<String> answer : answers) {
      Thread.sleep(100);
      assertThat(run).isNotDone();
      answer.complete("made");
    }

    // THEN the run ends with the last, and each look found one that was done
    assertThat(run.join().result()).contains("declared");
    assertThat(messages.rounds()).isBetween(1L, 4L);
  }

  @Test
  void should_end_a_run_whose_task_fails() {
    // GIVEN a runner that was calmed, and a task
    InFlightTasks.calm(runner);
    CompletableFuture<String> answer = new CompletableFuture<>();
    runner.registerTask("register a bucket", answer);

    // WHEN the task fails
    CompletableFuture<Runner.Result<String>> run = runner.runAsync(() -> "declared");
    answer.completeExceptionally(new IllegalStateException("refused"));

    // THEN so does the run
    assertThat(run.join().exceptions()).extracting(Throwable::getMessage).contains("refused");
  }

  @Test
  void should_see_a_task_that_was_registered_behind_its_back() {
    // GIVEN tasks that the runner already had
    CompletableFuture<Void> before = new CompletableFuture<>();
    runner.registerTask("the program", before);
    InFlightTasks.calm(runner);

    // WHEN it is done
    CompletableFuture<Runner.Result<String>> run = runner.runAsync(() -> "declared");
    before.complete(null);

    // THEN the run ends, though nobody woke it
    assertThat(run.join().result()).contains("declared");
  }

  private static Runner runner(Logger messages) {
    try {
      Constructor<?> constructor =
          Class.forName(DeploymentImpl.class.getName() + "$DefaultRunner")
              .getDeclaredConstructor(Logger.class, EngineLogger.class);
      constructor.setAccessible(true);
      return (Runner) constructor.newInstance(messages, EngineLogger.ignore());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("the SDK's runner is made differently: see InFlightTasks", e);
    }
  }

  /** Counts how often the runner writes its tasks into a message. */
  private static final class Messages extends Logger {

    private final CountDownLatch many;
    private final AtomicLong rounds = new AtomicLong();

    Messages(int many) {
      super("runner", null);
      this.many = new CountDownLatch(many);
    }

    long rounds() {
      return rounds.get();
    }

    @Override
    public void log(Level level, String message) {
      if (message.startsWith("Remaining tasks")) {
        rounds.incrementAndGet();
        many.countDown();
      }
    }
  }
}
