package io.cellwall.fleet.rehearse;

import io.cellwall.fleet.engine.Outcome;
import io.cellwall.fleet.engine.PulumiCli;
import io.cellwall.fleet.program.StackProgram;
import io.cellwall.fleet.rehearse.StackRehearsal.Act;
import io.cellwall.rehearsal.cloud.Cloud;
import io.cellwall.rehearsal.cloud.CloudObject;
import io.cellwall.rehearsal.cloud.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes one stack through its life. Stops at the first thing that is not as it must be. */
final class Rehearsal {

  private final RehearsalFolder folder;
  private final PulumiCli pulumi;
  private final List<String> pack;
  private final List<String> faults;
  private final Consumer<String> progress;
  private final StackProgram program;
  private final String stack;
  private final Cloud cloud;
  private final List<Act> acts = new ArrayList<>();

  /**
   * A rehearsal.
   *
   * @param pack options that name the policy pack
   * @param faults what goes wrong during the first update; may be empty
   * @param progress gets a line for each operation
   */
  Rehearsal(
      RehearsalFolder folder,
      PulumiCli pulumi,
      StackProgram program,
      List<String> pack,
      List<String> faults,
      Consumer<String> progress) {
    this.folder = folder;
    this.pulumi = pulumi;
    this.program = program;
    this.pack = List.copyOf(pack);
    this.faults = List.copyOf(faults);
    this.progress = progress;
    this.stack = program.name().value();
    this.cloud = new Cloud(folder.cloud(), List.of());
  }

  /** Does it all. */
  StackRehearsal run() {
    folder.configure(stack);
    String unused = pulumi.text(List.of("stack", "init", stack, "--non-interactive"));
    SortedMap<String, Integer> created = new TreeMap<>();
    boolean lived =
        build()
            && unchanged("up again", "up", "--skip-preview", "--yes")
            && unchanged("refresh", "refresh", "--skip-preview", "--yes");
    objects().forEach(each -> created.merge(each.type(), 1, Integer::sum));
    if (lived && change() && destroy()) {
      takeDown();
    }
    return new StackRehearsal(stack, acts, created);
  }

  private boolean build() {
    if (faults.isEmpty()) {
      return planned("preview", "up", "");
    }
    Faults.set(folder.cloud(), faults);
    Outcome first = engine("up with faults", with(pack, "up", "--skip-preview", "--yes"));
    List<String> waiting = Faults.waiting(folder.cloud());
    Faults.set(folder.cloud(), List.of());
    add(
        "up with faults",
        first,
        first.succeeded()
            ? "succeeded nevertheless" + (waiting.isEmpty() ? "" : "; never reached: " + waiting)
            : "failed, as it was to: " + first.errors().stream().findFirst().orElse("no reason"),
        "");
    Outcome second = engine("up once more", with(pack, "up", "--skip-preview", "--yes"));
    List<String> orphans = orphans();
    add(
        "up once more",
        second,
        orphans.isEmpty() ? "nothing is orphaned" : "AWS has, and the state has not: " + orphans,
        second.succeeded()
            ? ""
            : orphans.isEmpty()
                ? "a rerun must complete what a fault interrupted"
                : "the engine never learned of what AWS has: take it in with pulumi import, or"
                    + " delete it, then up again");
    return second.succeeded();
  }

  /** What exists without the state's knowing. */
  private List<String> orphans() {
    String state = pulumi.text(List.of("stack", "export", "--stack", stack));
    return objects()
        .filter(each -> !state.contains("\"" + each.id() + "\""))
        .map(CloudObject::title)
        .toList();
  }

  /** A preview that saves its plan, and an update that keeps to it. */
  private boolean planned(String preview, String update, String remark) {
    String plan = folder.project().resolve("plan.json").toString();
    Outcome planned = engine(preview, with(pack, "preview", "--save-plan", plan));
    if (!add(preview, planned, remark, planned.succeeded() ? "" : "the preview failed")) {
      return false;
    }
    Outcome made = engine(update, with(pack, "up", "--plan", plan, "--skip-preview", "--yes"));
    String problem =
        !made.succeeded()
            ? "the update failed"
            : made.changes().equals(planned.changes())
                ? ""
                : "the update did not do what the preview said";
    return add(update, made, "", problem);
  }

  private boolean unchanged(String name, String... command) {
    Outcome outcome = engine(name, with(command[0].equals("up") ? pack : List.of(), command));
    return add(
        name,
        outcome,
        "",
        !outcome.succeeded()
            ? "it failed"
            : outcome.changedNothing() ? "" : "it must change nothing: " + changed(outcome));
  }

  private boolean change() {
    Optional<FieldChange> field =
        FieldChange.of(folder.inventory(), program.name(), program.zone());
    if (field.isEmpty()) {
      return true;
    }
    field.get().apply(folder.inventory());
    boolean done = planned("preview a change", "up the change", field.get().inWords());
    folder.restore(field.get().file());
    return done;
  }

  private boolean destroy() {
    Outcome outcome =
        engine("destroy", List.of("destroy", "--exclude-protected", "--skip-preview", "--yes"));
    return add(
        "destroy",
        outcome,
        objects().count() + " are left: the protected, and what they need",
        problemOfDestroyed(outcome));
  }

  private String problemOfDestroyed(Outcome outcome) {
    if (!outcome.succeeded()) {
      return "what is not protected could not be destroyed";
    }
    List<String> unneeded =
        Remains.unneeded(pulumi.text(List.of("stack", "export", "--stack", stack)));
    return unneeded.isEmpty()
        ? ""
        : "neither protected nor needed by what is, and still there: " + unneeded;
  }

  // As the README of cell-template says: by hand, against protection, knowing what one does.
  private void takeDown() {
    String unused = pulumi.text(List.of("state", "unprotect", "--all", "--yes", "--stack", stack));
    cloud.turnOffGuards(stack);
    Outcome outcome = engine("take down", List.of("destroy", "--skip-preview", "--yes"));
    List<String> left = objects().map(CloudObject::title).toList();
    add(
        "take down",
        outcome,
        left.isEmpty() ? "nothing is left" : "",
        !outcome.succeeded()
            ? "what was unprotected could not be destroyed"
            : left.isEmpty() ? "" : "AWS still has " + left);
  }

  private Stream<CloudObject> objects() {
    return cloud.objects().stream().filter(each -> each.isOf(stack));
  }

  private Outcome engine(String name, List<String> command) {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of("--stack", stack));
    progress.accept(stack + ": " + name);
    return pulumi.run(
        all,
        step ->
            progress.accept(
                "%s: %s: %s %s"
                    .formatted(
                        stack,
                        name,
                        step.operation(),
                        step.urn().substring(step.urn().lastIndexOf("::") + 2))));
  }

  private boolean add(String name, Outcome outcome, String remark, String problem) {
    acts.add(new Act(name, outcome, remark, problem));
    return problem.isEmpty();
  }

  private static String changed(Outcome outcome) {
    Set<String> names =
        outcome.steps().stream()
            .filter(step -> !step.operation().equals("same"))
            .map(step -> "%s %s %s".formatted(step.operation(), step.urn(), step.properties()))
            .collect(Collectors.toSet());
    return String.join(", ", names);
  }

  private static List<String> with(List<String> pack, String... command) {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(pack);
    return all;
  }
}
