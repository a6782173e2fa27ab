package io.cellwall.policies.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that one stack's program declares, reads and calls.
 *
 * @param stack the stack's name
 * @param nodes in the order of their URNs
 */
public record ResourceGraph(String stack, List<Node> nodes) {

  public ResourceGraph {
    nodes = nodes.stream().sorted(java.util.Comparator.comparing(Node::urn)).toList();
    Map<String, Node> seen = new LinkedHashMap<>();
    for (Node node : nodes) {
      if (seen.put(node.urn(), node) != null) {
        throw new IllegalArgumentException("two nodes of " + stack + " have the URN " + node.urn());
      }
    }
  }

  /** The node with this URN, if the graph has it. */
  public Optional<Node> find(String urn) {
    return nodes.stream().filter(node -> node.urn().equals(urn)).findFirst();
  }

  /** The nodes of one kind. */
  public List<Node> of(Node.Kind kind) {
    return nodes.stream().filter(node -> node.kind() == kind).toList();
  }
}
