package io.cellwall.fleet.preview;

import io.cellwall.fleet.program.StackProgram;
import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.waivers.Judgement;
import io.cellwall.regions.finding.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a preview says of one stack.
 *
 * @param program the stack
 * @param graph everything that it declares
 * @param cached whether the graph was planned in an earlier run
 * @param judgement what the policies say of the graph, and what was waived
 * @param time what planning and judging took
 */
record StackPreview(
    StackProgram program, ResourceGraph graph, boolean cached, Judgement judgement, Duration time) {

  /** What stands against the stack. */
  List<Finding> findings() {
    return judgement.findings();
  }

  /** Number of resources by type token; providers and components make nothing and do not count. */
  SortedMap<String, Long> resourcesByType() {
    SortedMap<String, Long> counts = new TreeMap<>();
    for (Node node : graph.of(Node.Kind.RESOURCE)) {
      counts.merge(node.type(), 1L, Long::sum);
    }
    return counts;
  }

  /** {@code pass}, {@code undecided} or {@code violation}: the worst that was found. */
  String verdict() {
    return judgement.verdict().name().toLowerCase(Locale.ROOT);
  }
}
