package io.cellwall.policies.graph;

import java.util.List;
import java.util.Optional;

/**
 * What one stack is known to declare around a node: the whole graph, or what has arrived so far.
 *
 * <p>What arrives later only adds: who asks by name or URN loses no answer. Who looks at all nodes
 * may miss some until the end.
 */
public interface Surroundings {

  /** The stack's name. */
  String stack();

  /** The node with this URN, if it is known. */
  Optional<Node> find(String urn);

  /** The nodes that this id, ARN or other name of their own stands for, in the order of URNs. */
  List<Node> named(String idOrArn);

  /** All nodes known, in the order of their URNs. */
  List<Node> nodes();

  /** The same for who asks only whether a name is the stack's own, and looks at no node. */
  default Surroundings names() {
    return this;
  }

  /** The nodes of one kind. */
  default List<Node> of(Node.Kind kind) {
    return nodes().stream().filter(node -> node.kind() == kind).toList();
  }
}
