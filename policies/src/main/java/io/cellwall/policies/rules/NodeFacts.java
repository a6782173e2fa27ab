package io.cellwall.policies.rules;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.ownership.NodeTexts;
import io.cellwall.policies.ownership.References;
import io.cellwall.policies.rules.statement.HeldPolicy;
import io.cellwall.policies.rules.statement.PolicyFinder;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What rules read off one node: its texts, what they name, the policies in them. Each is read when
 * the first rule asks, and never again.
 */
final class NodeFacts {

  private final NodeTexts texts;
  private @Nullable References references;
  private @Nullable List<HeldPolicy> policies;

  NodeFacts(Node node) {
    this.texts = new NodeTexts(node);
  }

  NodeTexts texts() {
    return texts;
  }

  /**
   * All that the inputs name.
   *
   * @param read reads it, if nobody has
   */
  References references(Function<NodeTexts, References> read) {
    References known = references;
    if (known == null) {
      known = read.apply(texts);
      references = known;
    }
    return known;
  }

  List<HeldPolicy> policies() {
    List<HeldPolicy> known = policies;
    if (known == null) {
      known = PolicyFinder.of(texts);
      policies = known;
    }
    return known;
  }
}
