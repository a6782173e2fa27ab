package io.cellwall.policies.ownership;

import io.cellwall.policies.graph.Node;

/** Tells what a stack itself makes from what it merely looks at or adopts. */
final class Declared {

  private Declared() {}

  /** Tells whether the stack makes this node; an adopted resource existed before it. */
  static boolean isOwn(Node node) {
    return node.kind() == Node.Kind.RESOURCE && node.options().importId().isEmpty();
  }
}
