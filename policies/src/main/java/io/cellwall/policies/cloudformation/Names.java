package io.cellwall.policies.cloudformation;

import io.cellwall.policies.graph.Value;

/**
 * What names in a template stand for. What an answer derives from and is not known is noted by the
 * one who answers.
 */
interface Names {

  /** {@code Ref}: a parameter, a pseudo parameter, a resource. */
  Value ref(String name);

  /** {@code Fn::GetAtt}. */
  Value attribute(String resource, String attribute);

  /** {@code Fn::ImportValue}. */
  Value imported(Options export);

  /** {@code Fn::FindInMap}. */
  Value inMap(Options map, Options first, Options second);

  /** A function, or part of a text, that only the deployment can resolve. */
  Value unresolvable(String what);
}
