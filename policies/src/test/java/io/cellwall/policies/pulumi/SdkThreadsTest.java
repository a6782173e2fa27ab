package io.cellwall.policies.pulumi;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import com.pulumi.aws.cloudwatch.LogGroup;
import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** The pool of the SDK's tasks; Java makes it once, so a small one needs a Java of its own. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class SdkThreadsTest {

  private static final int PROGRAMS = 500;
  private static final String WAS = System.getProperty(SdkThreads.SIZE, "");

  @AfterEach
  void restore() {
    if (WAS.isEmpty()) {
      System.clearProperty(SdkThreads.SIZE);
    } else {
      System.setProperty(SdkThreads.SIZE, WAS);
    }
  }

  @Test
  void should_ask_for_a_pool_that_java_uses() {
    // GIVEN a Java that was told nothing
    System.clearProperty(SdkThreads.SIZE);

    // WHEN a program begins
    SdkThreads.prepare();

    // THEN the pool has at least three workers: with one, each task would be a new thread
    assertThat(Integer.parseInt(System.getProperty(SdkThreads.SIZE))).isGreaterThanOrEqualTo(3);
  }

  @Test
  void should_leave_a_size_that_somebody_chose() {
    // GIVEN a Java that was told a size
    System.setProperty(SdkThreads.SIZE, "7");

    // WHEN a program begins
    SdkThreads.prepare();

    // THEN it stays
    assertThat(System.getProperty(SdkThreads.SIZE)).isEqualTo("7");
  }

  @Test
  void should_end_each_of_many_programs_on_two_workers() throws Exception {
    // GIVEN a Java whose pool has two workers, where without an alarm one of them hangs
    Process java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-D" + SdkThreads.SIZE + "=2",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ManyPrograms.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .start();

    try {
      // WHEN it runs many programs one after the other
      boolean ended = java.waitFor(2, TimeUnit.MINUTES);

      // THEN all of them end
      assertThat(ended).as("hangs").isTrue();
      assertThat(java.exitValue()).isZero();
    } finally {
      java.destroyForcibly();
    }
  }

  /** Captures many small programs. */
  static final class ManyPrograms {

    public static void main(String[] arguments) throws IOException {
      for (int each = 0; each < PROGRAMS; each++) {
        ResourceGraph graph =
            StackCapture.capture("cellwall", "stack-" + each, ManyPrograms::declare);
        if (graph.of(Node.Kind.RESOURCE).size() != 1) {
          throw new IOException("a program declared " + graph.of(Node.Kind.RESOURCE));
        }
      }
    }

    private static void declare(Context context) {
      LogGroup unused = new LogGroup("log");
    }
  }
}
