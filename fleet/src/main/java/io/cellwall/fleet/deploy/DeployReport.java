package io.cellwall.fleet.deploy;

import io.cellwall.fleet.ExitCode;
import io.cellwall.fleet.doctor.Examination;
import io.cellwall.fleet.engine.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * How a deployment went.
 *
 * @param stack the stack's name
 * @param result what came of it
 * @param work what it does, once that is known
 * @param plan the plan that was made or carried out, if there is one
 * @param problems what stood in its way
 * @param made what the engine did, if it got so far
 * @param examination what is wrong with the stack now, if the engine did not finish
 * @param descriptor what the stack says of itself, once it is built
 * @param next the commands that go on from here
 */
record DeployReport(
    String stack,
    Result result,
    Optional<Work> work,
    Optional<SavedPlan> plan,
    List<String> problems,
    Optional<Outcome> made,
    Optional<Examination> examination,
    Optional<PublishedDescriptor> descriptor,
    List<String> next) {

  /** What came of it. */
  enum Result {
    /** A plan was saved; nothing was changed. */
    PLANNED(ExitCode.CLEAN),
    /** Everything is as the program says already. */
    UNCHANGED(ExitCode.CLEAN),
    /** The plan was carried out. */
    DEPLOYED(ExitCode.CLEAN),
    /** A rule stops it; nothing was changed. */
    BLOCKED(ExitCode.FINDINGS),
    /** It may not be, as things are; nothing was changed. */
    REFUSED(ExitCode.FINDINGS),
    /** Who was asked did not say yes; nothing was changed. */
    DECLINED(ExitCode.FINDINGS),
    /** Nobody could be asked, and nobody said yes beforehand; nothing was changed. */
    UNCONFIRMED(ExitCode.USAGE),
    /** The engine failed. */
    FAILED(ExitCode.FINDINGS),
    /** It was interrupted. */
    INTERRUPTED(ExitCode.FINDINGS);

    private final int exitCode;

    Result(int exitCode) {
      this.exitCode = exitCode;
    }

    int exitCode() {
      return exitCode;
    }
  }

  DeployReport {
    problems = List.copyOf(problems);
    next = List.copyOf(next);
  }

  static DeployReport refused(String stack, List<String> problems, List<String> next) {
    return new DeployReport(
        stack,
        Result.REFUSED,
        Optional.empty(),
        Optional.empty(),
        problems,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        next);
  }

  static DeployReport of(String stack, Result result, Work work, SavedPlan plan) {
    return new DeployReport(
        stack,
        result,
        Optional.of(work),
        Optional.of(plan),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  DeployReport because(List<String> why) {
    return new DeployReport(stack, result, work, plan, why, made, examination, descriptor, next);
  }

  DeployReport then(List<String> commands) {
    return new DeployReport(
        stack, result, work, plan, problems, made, examination, descriptor, commands);
  }

  DeployReport by(Outcome outcome) {
    return new DeployReport(
        stack, result, work, plan, problems, Optional.of(outcome), examination, descriptor, next);
  }

  DeployReport examined(Examination found) {
    return new DeployReport(
        stack, result, work, plan, problems, made, Optional.of(found), descriptor, next);
  }

  DeployReport describes(Optional<PublishedDescriptor> published) {
    return new DeployReport(
        stack, result, work, plan, problems, made, examination, published, next);
  }
}
