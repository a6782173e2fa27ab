package io.cellwall.policies.graph.change;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the graph of a stack becomes another one: nothing that differs is left out, so that {@link
 * #applyTo} makes the one of the other.
 *
 * @param stack the stack's name as it becomes
 * @param created nodes that were not there, by URN
 * @param deleted nodes that go away, by URN
 * @param changed nodes that stay, by URN
 */
public record GraphChange(
    String stack, List<Node> created, List<Node> deleted, List<NodeChange> changed) {

  public GraphChange {
    created = List.copyOf(created);
    deleted = List.copyOf(deleted);
    changed = List.copyOf(changed);
  }

  /** How the one graph becomes the other. */
  public static GraphChange between(ResourceGraph before, ResourceGraph after) {
    Set<String> matched = new HashSet<>();
    List<Node> created = new ArrayList<>();
    List<NodeChange> changed = new ArrayList<>();
    for (Node node : after.nodes()) {
      Optional<Node> former = former(before, after, node).filter(each -> matched.add(each.urn()));
      former.ifPresentOrElse(
          each -> NodeChange.between(each, node).ifPresent(changed::add), () -> created.add(node));
    }
    List<Node> deleted =
        before.nodes().stream().filter(node -> !matched.contains(node.urn())).toList();
    return new GraphChange(after.stack(), created, deleted, changed);
  }

  // A former name counts only where nothing bears it now.
  private static Optional<Node> former(ResourceGraph before, ResourceGraph after, Node node) {
    Optional<Node> same = before.find(node.urn());
    if (same.isPresent()) {
      return same;
    }
    return before.nodes().stream()
        .filter(each -> each.type().equals(node.type()) && after.find(each.urn()).isEmpty())
        .filter(
            each ->
                node.options().aliases().contains(each.urn())
                    || node.options().aliases().contains(each.name()))
        .findFirst();
  }

  /** Whether both graphs are equal. */
  public boolean isEmpty() {
    return created.isEmpty() && deleted.isEmpty() && changed.isEmpty();
  }

  /**
   * The graph that this one becomes.
   *
   * @throws IllegalArgumentException if this change was made of another graph
   */
  public ResourceGraph applyTo(ResourceGraph before) {
    Map<String, Node> nodes = new LinkedHashMap<>();
    before.nodes().forEach(node -> nodes.put(node.urn(), node));
    List<Node> after = new ArrayList<>(created);
    for (Node gone : deleted) {
      if (!gone.equals(nodes.remove(gone.urn()))) {
        throw new IllegalArgumentException("the change is of another graph: " + gone.urn());
      }
    }
    for (NodeChange each : changed) {
      Node former = nodes.remove(each.before().urn());
      if (former == null) {
        throw new IllegalArgumentException(
            "the change is of another graph: " + each.before().urn());
      }
      after.add(each.applyTo(former));
    }
    after.addAll(nodes.values());
    return new ResourceGraph(stack, after);
  }
}
