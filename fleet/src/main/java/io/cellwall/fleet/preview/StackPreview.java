package io.cellwall.fleet.preview;

import io.cellwall.fleet.program.StackProgram;
import io.cellwall.policies.waivers.Judgement;
import io.cellwall.policies.waivers.Waivers;
import io.cellwall.regions.finding.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/**
 * What a preview says of one stack.
 *
 * @param outlined what it declares
 * @param judgement what stands against it, and what was waived
 */
record StackPreview(Outliner.Outlined outlined, Judgement judgement) {

  static StackPreview of(Outliner.Outlined outlined, Waivers waivers) {
    return new StackPreview(
        outlined, waivers.apply(outlined.program().name().value(), outlined.outline().findings()));
  }

  /** The name that it is shown by: the stack's, or its control plane's. */
  String name() {
    return outlined.name();
  }

  StackProgram program() {
    return outlined.program();
  }

  /** Whether the graph was planned in an earlier run. */
  boolean unchanged() {
    return outlined.unchanged();
  }

  /** What planning and judging took. */
  Duration time() {
    return outlined.time();
  }

  /** What stands against the stack. */
  List<Finding> findings() {
    return judgement.findings();
  }

  /** Number of resources by type token. */
  SortedMap<String, Long> resourcesByType() {
    return outlined.outline().resourcesByType();
  }

  /** {@code pass}, {@code undecided} or {@code violation}: the worst that was found. */
  String verdict() {
    return judgement.verdict().name().toLowerCase(Locale.ROOT);
  }
}
