package io.cellwall.policies.judge;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Applies all rules to one node.
 *
 * <p>One crossing, one finding: of the rules that find the same property, the first one speaks.
 */
final class NodeJudge {

  private final List<Rule> rules;

  NodeJudge(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * What is wrong with a node, sorted.
   *
   * @param starting is told of each rule before it starts
   */
  List<Finding> judge(Node node, RuleContext context, Consumer<Rule> starting) {
    Map<String, Finding> byProperty = new LinkedHashMap<>();
    Map<String, String> spoken = new LinkedHashMap<>();
    for (Rule rule : rules) {
      starting.accept(rule);
      for (Finding finding : apply(rule, node, context)) {
        String property = finding.path().size() > 1 ? finding.path().get(1) : finding.message();
        if (speaker(property, spoken).orElse(rule.id()).equals(rule.id())) {
          spoken.put(property, rule.id());
          byProperty.put(
              property + "\n" + finding.message(), ZoneBoundary.mark(finding, node, context));
        }
      }
    }
    return byProperty.values().stream().sorted().toList();
  }

  // Who has spoken about this property, or about one that it is a part of.
  private static Optional<String> speaker(String property, Map<String, String> spoken) {
    String part = property;
    while (!part.isEmpty()) {
      String rule = spoken.get(part);
      if (rule != null) {
        return Optional.of(rule);
      }
      part = part.substring(0, Math.max(0, Math.max(part.lastIndexOf('.'), part.lastIndexOf('['))));
    }
    return Optional.empty();
  }

  // A rule that breaks has decided nothing, and that blocks. A stack or a heap that ran out is a
  // way to break it too: what it was given may have been made for that.
  private static List<Finding> apply(Rule rule, Node node, RuleContext context) {
    try {
      return rule.judge(node, context);
    } catch (RuntimeException | Error e) {
      return List.of(
          undecided(
              rule.id(),
              node,
              "the rule "
                  + rule.id()
                  + " failed on this resource with "
                  + e.getClass().getSimpleName()
                  + ", so it is not decided",
              "this is a defect of the rule: report it with the stack's graph"));
    }
  }

  /** A rule has not decided about a node. */
  static Finding undecided(String rule, Node node, String message, String hint) {
    return new Finding(
        rule,
        Severity.UNDECIDED,
        node.urn(),
        message,
        hint,
        List.of(node.urn(), "rule " + rule),
        Optional.empty());
  }
}
