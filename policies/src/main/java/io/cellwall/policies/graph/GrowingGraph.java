package io.cellwall.policies.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The graph so far, of a stack whose nodes arrive one by one. To add one costs the same however
 * many there are. Not for use by more than one thread at a time.
 */
public final class GrowingGraph implements Surroundings {

  private static final Comparator<Node> BY_URN = Comparator.comparing(Node::urn);

  private final String stack;
  private final SortedMap<String, Node> byUrn = new TreeMap<>();
  private final Map<String, List<Node>> byIdentity = new HashMap<>();
  private @Nullable List<Node> sorted;

  /** A graph without nodes. */
  public GrowingGraph(String stack) {
    this.stack = stack;
  }

  /**
   * Adds a node.
   *
   * @throws IllegalArgumentException if there is one with its URN
   */
  public void add(Node node) {
    if (byUrn.putIfAbsent(node.urn(), node) != null) {
      throw new IllegalArgumentException("two nodes of " + stack + " have the URN " + node.urn());
    }
    for (String identity : node.identities()) {
      List<Node> nodes = byIdentity.computeIfAbsent(identity, key -> new ArrayList<>(1));
      nodes.add(node);
      nodes.sort(BY_URN);
    }
    sorted = null;
  }

  /** The graph of all that has arrived. */
  public ResourceGraph whole() {
    return new ResourceGraph(stack, nodes());
  }

  @Override
  public String stack() {
    return stack;
  }

  @Override
  public Optional<Node> find(String urn) {
    return Optional.ofNullable(byUrn.get(urn));
  }

  @Override
  public List<Node> named(String idOrArn) {
    return List.copyOf(byIdentity.getOrDefault(idOrArn, List.of()));
  }

  @Override
  public List<Node> nodes() {
    List<Node> nodes = sorted;
    if (nodes == null) {
      nodes = List.copyOf(byUrn.values());
      sorted = nodes;
    }
    return nodes;
  }
}
