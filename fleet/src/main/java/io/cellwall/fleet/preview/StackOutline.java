package io.cellwall.fleet.preview;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.regions.finding.Finding;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a preview keeps of a stack's graph.
 *
 * @param resourcesByType number of resources by type token; providers and components make nothing
 *     and do not count
 * @param findings what the rules find, before waivers, in their order
 */
record StackOutline(SortedMap<String, Long> resourcesByType, List<Finding> findings) {

  StackOutline {
    resourcesByType = Collections.unmodifiableSortedMap(new TreeMap<>(resourcesByType));
    findings = List.copyOf(findings);
  }

  static StackOutline of(ResourceGraph graph, List<Finding> findings) {
    SortedMap<String, Long> counts = new TreeMap<>();
    for (Node node : graph.of(Node.Kind.RESOURCE)) {
      counts.merge(node.type(), 1L, Long::sum);
    }
    return new StackOutline(counts, findings);
  }
}
