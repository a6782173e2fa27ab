package io.cellwall.policies.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that one stack's program declares, reads and calls. Immutable. */
public final class ResourceGraph implements Surroundings {

  private final String stack;
  private final List<Node> nodes;
  private final Map<String, Node> byUrn;
  private final Map<String, List<Node>> byIdentity;

  /**
   * A graph of these nodes.
   *
   * @param stack the stack's name
   * @param nodes in any order
   * @throws IllegalArgumentException if two nodes have the same URN
   */
  public ResourceGraph(String stack, List<Node> nodes) {
    this.stack = stack;
    Map<String, Node> urns = new LinkedHashMap<>();
    Map<String, List<Node>> identities = new HashMap<>();
    for (Node node : nodes.stream().sorted(Comparator.comparing(Node::urn)).toList()) {
      if (urns.put(node.urn(), node) != null) {
        throw new IllegalArgumentException("two nodes of " + stack + " have the URN " + node.urn());
      }
      for (String identity : node.identities()) {
        identities.computeIfAbsent(identity, key -> new ArrayList<>(1)).add(node);
      }
    }
    this.nodes = List.copyOf(urns.values());
    this.byUrn = Collections.unmodifiableMap(urns);
    identities.replaceAll((identity, named) -> List.copyOf(named));
    this.byIdentity = identities;
  }

  /**
   * This graph and another of the same stack as one: a stack's program and its control plane.
   *
   * @throws IllegalArgumentException if the other is another stack's
   */
  public ResourceGraph with(ResourceGraph other) {
    if (!stack.equals(other.stack)) {
      throw new IllegalArgumentException(other.stack + " is not " + stack);
    }
    List<Node> all = new ArrayList<>(nodes);
    all.addAll(other.nodes);
    return new ResourceGraph(stack, all);
  }

  @Override
  public String stack() {
    return stack;
  }

  @Override
  public List<Node> nodes() {
    return nodes;
  }

  @Override
  public Optional<Node> find(String urn) {
    return Optional.ofNullable(byUrn.get(urn));
  }

  @Override
  public List<Node> named(String idOrArn) {
    return byIdentity.getOrDefault(idOrArn, List.of());
  }

  /** Tells whether some value in the graph must never be shown. */
  public boolean hasSecrets() {
    return nodes.stream().anyMatch(n -> n.inputs().hasSecrets() || n.outputs().hasSecrets());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ResourceGraph graph
        && stack.equals(graph.stack)
        && byUrn.equals(graph.byUrn);
  }

  @Override
  public int hashCode() {
    return 31 * stack.hashCode() + byUrn.hashCode();
  }

  @Override
  public String toString() {
    return "ResourceGraph[stack=" + stack + ", nodes=" + nodes() + "]";
  }
}
