package io.cellwall.fleet.deploy;

import io.cellwall.fleet.deploy.DeployReport.Result;
import io.cellwall.fleet.doctor.Ailment;
import io.cellwall.fleet.doctor.Examination;
import io.cellwall.fleet.doctor.StackDoctor;
import io.cellwall.fleet.engine.EngineStack;
import io.cellwall.fleet.engine.Outcome;
import io.cellwall.fleet.engine.StackState;
import io.cellwall.fleet.program.StackProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes one stack through the gate. */
final class Deployment {

  /** How far it goes, and from where. */
  enum Steps {
    /** Plans, asks, carries out. */
    ALL,
    /** Plans, and keeps the plan. */
    PLAN_ONLY,
    /** Carries out a plan that was kept, after asking. */
    KEPT_PLAN
  }

  private final Gate gate;
  private final EngineStack stack;
  private final StackProgram program;
  private final SavedPlan plan;
  private final Steps steps;
  private final Approval approval;
  private final Interruption interruption;
  private final Consumer<Work> shown;
  private final Consumer<String> progress;
  private final String again;

  /**
   * A deployment.
   *
   * @param plan where the plan is, or will be
   * @param shown gets what is to be done before anybody is asked
   * @param progress gets a line for each operation
   */
  Deployment(
      Gate gate,
      StackProgram program,
      SavedPlan plan,
      Steps steps,
      Approval approval,
      Interruption interruption,
      Consumer<Work> shown,
      Consumer<String> progress) {
    this.gate = gate;
    this.stack = gate.stack();
    this.program = program;
    this.plan = plan;
    this.steps = steps;
    this.approval = approval;
    this.interruption = interruption;
    this.shown = shown;
    this.progress = progress;
    this.again = "cellwall deploy " + stack.name();
  }

  /**
   * Does it.
   *
   * @param state the stack's state before
   */
  DeployReport run(StackState state) {
    Examination before = StackDoctor.examine(stack, Optional.of(state));
    if (before.has(Ailment.Kind.LOCK)) {
      return DeployReport.refused(
              stack.name(),
              List.of("an update holds the stack, or left its lock: nothing was changed"),
              before.mending())
          .examined(before);
    }
    // To go on would make a second of whatever AWS has and the engine never heard of.
    if (before.has(Ailment.Kind.PENDING_OPERATION)) {
      return DeployReport.refused(
              stack.name(),
              List.of("an earlier deployment was stopped in the middle: nothing was changed"),
              before.mending())
          .examined(before);
    }
    return steps == Steps.KEPT_PLAN ? keptPlan(state) : newPlan(state);
  }

  private DeployReport newPlan(StackState state) {
    Outcome preview = gate.preview(plan, watcher("planning"));
    Work work = Work.of(preview);
    if (interrupted(preview)) {
      return report(Result.INTERRUPTED, work)
          .because(List.of("interrupted while it planned: nothing was changed"))
          .then(List.of(again));
    }
    if (!work.blocking().isEmpty()) {
      shown.accept(work);
      return report(Result.BLOCKED, work)
          .because(List.of("a wall is crossed: nothing was changed"));
    }
    if (!preview.succeeded()) {
      return report(Result.FAILED, work)
          .by(preview)
          .because(List.of("the preview failed: nothing was changed"));
    }
    Optional<String> unjudged = gate.unjudged(preview);
    if (unjudged.isPresent()) {
      return report(Result.REFUSED, work).because(List.of(unjudged.get()));
    }
    Seal seal = gate.seal(state, plan, work);
    plan.seal(seal);
    shown.accept(work);
    if (steps == Steps.PLAN_ONLY) {
      return report(Result.PLANNED, work)
          .then(List.of(again + " --plan " + plan.file() + " --yes"));
    }
    if (work.changesNothing()) {
      return report(Result.UNCHANGED, work).describes(PublishedDescriptor.of(program, state));
    }
    return approve(seal);
  }

  private DeployReport keptPlan(StackState state) {
    Seal seal = plan.seal();
    List<String> differences = seal.differences(gate.seal(state, plan, seal.work()));
    if (!differences.isEmpty()) {
      return stale(seal, differences);
    }
    shown.accept(seal.work());
    return approve(seal);
  }

  private DeployReport stale(Seal seal, List<String> differences) {
    List<String> why = new ArrayList<>(List.of("the plan is not of what is there now:"));
    why.addAll(differences);
    return report(Result.REFUSED, seal.work()).because(why).then(List.of("plan again: " + again));
  }

  private DeployReport approve(Seal seal) {
    boolean loses = !seal.work().losses().isEmpty();
    String word = loses ? stack.name() : "yes";
    interruption.asking(true);
    Optional<String> answer =
        approval.ask(
            loses
                ? "This takes away what no deployment brings back. Type the stack's name to do it: "
                : "Do this to %s? Type yes: ".formatted(stack.name()));
    interruption.asking(false);
    String kept = again + " --plan " + plan.file() + " --yes";
    if (answer.isEmpty()) {
      return report(Result.UNCONFIRMED, seal.work())
          .because(
              List.of(
                  "nobody can be asked here: say --yes, or use a terminal. Nothing was changed; the plan is kept"))
          .then(List.of(kept));
    }
    if (!answer.get().strip().equals(word) && !answer.get().equals(stack.name())) {
      return report(Result.DECLINED, seal.work())
          .because(List.of("not confirmed: nothing was changed; the plan is kept"))
          .then(List.of(kept));
    }
    return up(seal);
  }

  private DeployReport up(Seal seal) {
    // Whoever was asked may have taken his time.
    StackState before = stack.state().orElse(StackState.empty());
    List<String> differences = seal.differences(gate.seal(before, plan, seal.work()));
    if (!differences.isEmpty()) {
      return stale(seal, differences);
    }
    Outcome made = gate.up(plan, watcher("deploying"));
    StackState after = stack.state().orElse(StackState.empty());
    if (made.succeeded() && gate.unjudged(made).isEmpty()) {
      return report(Result.DEPLOYED, seal.work())
          .by(made)
          .describes(PublishedDescriptor.of(program, after));
    }
    return unfinished(seal, made, after);
  }

  private DeployReport unfinished(Seal seal, Outcome made, StackState after) {
    Examination found = StackDoctor.examine(stack, Optional.of(after));
    List<String> next = found.mending().isEmpty() ? List.of(again) : found.mending();
    DeployReport report =
        report(interrupted(made) ? Result.INTERRUPTED : Result.FAILED, seal.work())
            .by(made)
            .examined(found)
            .then(next);
    if (made.errors().stream().anyMatch(error -> error.contains("currently locked by"))) {
      return DeployReport.refused(
              stack.name(),
              List.of(
                  "another deployment of "
                      + stack.name()
                      + " holds the backend's lock: nothing was changed"),
              next)
          .by(made)
          .examined(found);
    }
    List<String> why = new ArrayList<>();
    why.add(
        interrupted(made)
            ? "interrupted: the engine finished what it was doing, and nothing more"
            : made.exit() > 128
                ? "the engine was killed (exit code %d)".formatted(made.exit())
                : "the engine did not finish");
    why.add(
        "%d of %d changes are made and recorded; what is recorded is not made again"
            .formatted(done(seal, made), seal.work().changes().size()));
    if (made.errors().stream().anyMatch(error -> error.contains("violates plan"))) {
      why.add("the program wanted something else than the plan says, and the engine refused that");
    }
    return report.because(why);
  }

  // Whoever interrupts the engine alone is heard by it alone.
  private boolean interrupted(Outcome outcome) {
    return interruption.happened() || (outcome.cancelled() && !outcome.succeeded());
  }

  private static long done(Seal seal, Outcome made) {
    return seal.work().changes().stream()
        .filter(change -> made.finished().contains(change.urn()))
        .count();
  }

  private DeployReport report(Result result, Work work) {
    return DeployReport.of(stack.name(), result, work, plan);
  }

  private Consumer<Outcome.Step> watcher(String doing) {
    progress.accept(doing + " " + stack.name());
    return step ->
        progress.accept(
            "%s %s: %s %s"
                .formatted(
                    doing,
                    stack.name(),
                    step.operation(),
                    step.urn().substring(step.urn().lastIndexOf("::") + 2)));
  }
}
