package io.cellwall.tests.engine;

import com.pulumi.Context;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestOptions;
import com.pulumi.test.internal.MockMonitor;
import com.pulumi.test.internal.PulumiTestInternal;
import io.cellwall.policies.pulumi.SdkThreads;
import java.util.function.Consumer;

/** Runs a program in this process, with something of a test's own where the engine would be. */
public final class StandInEngine {

  private StandInEngine() {}

  /**
   * Runs the program to its end; what it throws is thrown here.
   *
   * @param engine what answers the program
   * @param preview whether the program is told that it is only planned
   */
  public static void run(
      MockMonitor engine, String stack, boolean preview, Consumer<Context> program) {
    PulumiTestInternal test =
        PulumiTestInternal.builder()
            .options(
                TestOptions.builder()
                    .projectName("cellwall")
                    .stackName(stack)
                    .preview(preview)
                    .build())
            .monitorDecorator(ignored -> engine)
            .build();
    try {
      SdkThreads.awake(() -> test.runTest(program)).throwOnError();
    } finally {
      PulumiTest.cleanup();
    }
  }
}
