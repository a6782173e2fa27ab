package io.cellwall.policies.rules;

import io.cellwall.policies.graph.Node;

/** Which nodes the rules on values are about. */
public final class NodeKinds {

  private NodeKinds() {}

  /** Tells whether the node's inputs reach the cloud as they stand. */
  public static boolean carriesInputs(Node node) {
    return switch (node.kind()) {
      case RESOURCE, PROVIDER, OPAQUE, INVOKE -> true;
      case COMPONENT, READ -> false;
    };
  }

  /** Tells whether the node is a provider of AWS. */
  public static boolean isAwsProvider(Node node) {
    return node.kind() == Node.Kind.PROVIDER
        && (node.type().equals("pulumi:providers:aws")
            || node.type().equals("pulumi:providers:aws-native"));
  }
}
