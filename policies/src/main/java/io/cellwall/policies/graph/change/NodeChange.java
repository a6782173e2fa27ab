package io.cellwall.policies.graph.change;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Value;
import java.util.List;
import java.util.Optional;

/**
 * A node that is in both graphs and not the same in both.
 *
 * @param before as it was
 * @param after as it becomes; has another URN where an alias says that it is the same
 * @param change how the one becomes the other, of everything that a node has
 */
public record NodeChange(Node before, Node after, ValueChange change) {

  static Optional<NodeChange> between(Node before, Node after) {
    return ValueDifference.between(
            Optional.of(NodeFields.of(before)), Optional.of(NodeFields.of(after)))
        .map(change -> new NodeChange(before, after, change));
  }

  /** The differing inputs, by path; none where only the engine's own bookkeeping differs. */
  public List<PropertyDifference> inputs() {
    return change instanceof ValueChange.OfFields fields
        ? Optional.ofNullable(fields.changes().get(NodeFields.INPUTS)).stream()
            .flatMap(inputs -> PropertyDifference.of(inputs).stream())
            .toList()
        : List.of();
  }

  Node applyTo(Node node) {
    return change
        .applyTo(Optional.of(NodeFields.of(node)))
        .map(after -> NodeFields.node((Value.Fields) after))
        .orElseThrow();
  }
}
