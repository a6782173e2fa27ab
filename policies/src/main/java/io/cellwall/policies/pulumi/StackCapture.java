package io.cellwall.policies.pulumi;

import com.pulumi.Context;
import com.pulumi.test.TestResult;
import io.cellwall.policies.graph.ResourceGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Captures what a stack's program declares, reads and calls, without an engine, a provider or an
 * account.
 *
 * <p>The program runs as in a preview, in this JVM. Ids, and the ARNs of common types, are made up
 * (see {@link OfflineAws}); whatever else a provider would compute stays unknown.
 */
public final class StackCapture {

  private StackCapture() {}

  /**
   * Runs the program and gives its graph.
   *
   * @param project name of the Pulumi project, part of every URN
   * @param stack name of the stack
   * @param program what {@code Pulumi.run} would get
   * @throws ProgramFailedException if the program, or one of its resources, fails
   */
  public static ResourceGraph capture(String project, String stack, Consumer<Context> program) {
    Recorder recorder = new Recorder(project, stack);
    TestResult result;
    try {
      result = SdkCapture.run(project, stack, recorder, program);
    } catch (RuntimeException e) {
      throw new ProgramFailedException(stack, List.of(reason(e)), e);
    }
    try {
      result.throwOnError();
    } catch (RuntimeException e) {
      throw new ProgramFailedException(stack, errors(result, e), e);
    }
    return recorder.graph();
  }

  private static List<String> errors(TestResult result, RuntimeException failure) {
    List<String> errors = new ArrayList<>();
    for (Exception exception : result.exceptions()) {
      String reason = reason(exception);
      if (!errors.contains(reason)) {
        errors.add(reason);
      }
    }
    if (errors.isEmpty()) {
      errors.addAll(result.errors());
    }
    if (errors.isEmpty()) {
      errors.add(reason(failure));
    }
    return errors;
  }

  // The SDK wraps what the program threw, at times more than once.
  private static String reason(Throwable thrown) {
    Throwable deepest = thrown;
    while (deepest.getCause() != null && deepest.getCause() != deepest) {
      deepest = deepest.getCause();
    }
    String message = deepest.getMessage();
    return deepest.getClass().getSimpleName() + (message == null ? "" : ": " + message);
  }
}
