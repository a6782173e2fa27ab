package io.cellwall.fleet.deploy;

import io.cellwall.fleet.engine.EngineStack;
import io.cellwall.fleet.engine.Outcome;
import io.cellwall.fleet.engine.StackState;
import io.cellwall.fleet.preview.CodeFingerprint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The only ways by which a stack is planned and changed: a preview with the policy pack that saves
 * its plan, and an update with the pack that keeps to a plan whose seal is whole.
 *
 * @param stack the stack
 * @param pack the policy pack
 * @param inventory the inventory's folder
 */
record Gate(EngineStack stack, Path pack, Path inventory) {

  /** The policy pack's name, by which the engine says that it asked it. */
  private static final String PACK = "cellwall";

  /** Plans, and judges what is planned. */
  Outcome preview(SavedPlan plan, Consumer<Outcome.Step> watcher) {
    plan.clear();
    return stack.run(
        List.of(
            "preview",
            "--save-plan",
            plan.file().toAbsolutePath().toString(),
            "--policy-pack",
            pack.toString()),
        watcher);
  }

  /** Carries out a plan. */
  Outcome up(SavedPlan plan, Consumer<Outcome.Step> watcher) {
    return stack.run(
        List.of(
            "up",
            "--plan",
            plan.file().toAbsolutePath().toString(),
            "--skip-preview",
            "--yes",
            "--policy-pack",
            pack.toString()),
        watcher);
  }

  /** Why a preview that went well is still none: the engine must say that it asked our rules. */
  Optional<String> unjudged(Outcome preview) {
    return preview.packs().contains(PACK)
        ? Optional.empty()
        : Optional.of(
            "the engine does not say that it asked the policy pack \"%s\" in %s: nothing was judged"
                .formatted(PACK, pack));
  }

  /** What a plan rests on, as it is now. */
  Seal seal(StackState state, SavedPlan plan, Work work) {
    SortedMap<String, String> project = new TreeMap<>(FileFingerprints.of(stack.project().file()));
    Path configuration = stack.project().configuration(stack.name());
    if (Files.exists(configuration)) {
      project.putAll(FileFingerprints.of(configuration));
    }
    return new Seal(
        Seal.SCHEMA_VERSION,
        stack.name(),
        stack.backend(),
        stack.version(),
        CodeFingerprint.ofProgram(stack.project().program()),
        FileFingerprints.of(pack),
        project,
        FileFingerprints.of(inventory),
        state.fingerprint(),
        FileFingerprints.ofFile(plan.file()),
        work);
  }
}
