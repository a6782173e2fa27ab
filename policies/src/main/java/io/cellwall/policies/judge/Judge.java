package io.cellwall.policies.judge;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.ownership.Home;
import io.cellwall.policies.ownership.OwnerIndex;
import io.cellwall.policies.pack.Pack;
import io.cellwall.policies.rules.AwsTypes;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.policies.rules.TypeCatalog;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import io.cellwall.regions.model.Inventory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges graphs against the walls of one inventory. Immutable, safe for many threads. */
public final class Judge {

  private final OwnerIndex index;
  private final List<Rule> rules;
  private final TypeCatalog types = new AwsTypes();

  Judge(Inventory inventory, List<Rule> rules) {
    this.index = new OwnerIndex(inventory);
    this.rules = List.copyOf(rules);
  }

  /** A judge with every rule of the product. What it needs of the inventory is indexed once. */
  public static Judge of(Inventory inventory) {
    return new Judge(inventory, Pack.rules());
  }

  /** What is wrong with one stack: sorted, without repetition, empty if nothing is. */
  public List<Finding> judge(ResourceGraph graph) {
    Optional<Home> home = index.home(graph.stack());
    if (home.isEmpty()) {
      return List.of(unknownStack(graph.stack()));
    }
    RuleContext context = new RuleContext(graph, home.get(), index, types);
    List<Finding> findings = new ArrayList<>();
    graph.nodes().forEach(node -> findings.addAll(judge(node, context)));
    return findings.stream().sorted().distinct().toList();
  }

  /** What is wrong with these stacks together. */
  public List<Finding> judge(Collection<ResourceGraph> graphs) {
    return graphs.stream().flatMap(graph -> judge(graph).stream()).sorted().distinct().toList();
  }

  /**
   * What is wrong with one node, by the graph so far: what can be said before it is made.
   *
   * @param node the node; it need not be in the graph yet
   * @param soFar what the program has declared before it
   */
  public List<Finding> judge(Node node, ResourceGraph soFar) {
    return index
        .home(soFar.stack())
        .map(home -> judge(node, new RuleContext(soFar, home, index, types)))
        .orElseGet(() -> List.of(unknownStack(soFar.stack())));
  }

  // One crossing, one finding: of the rules that find the same property, the first one speaks.
  private List<Finding> judge(Node node, RuleContext context) {
    Map<String, Finding> byProperty = new LinkedHashMap<>();
    Map<String, String> spoken = new LinkedHashMap<>();
    for (Rule rule : rules) {
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

  // A rule that breaks has decided nothing, and that blocks.
  private static List<Finding> apply(Rule rule, Node node, RuleContext context) {
    try {
      return rule.judge(node, context);
    } catch (RuntimeException e) {
      return List.of(
          new Finding(
              rule.id(),
              Severity.UNDECIDED,
              node.urn(),
              "the rule "
                  + rule.id()
                  + " failed on this resource with "
                  + e.getClass().getSimpleName()
                  + ", so it is not decided",
              "this is a defect of the rule: report it with the stack's graph",
              List.of(node.urn(), "rule " + rule.id()),
              Optional.empty()));
    }
  }

  private Finding unknownStack(String stack) {
    return new Finding(
        "UnknownStack",
        Severity.VIOLATION,
        stack,
        index.isRetired(stack)
            ? "the cell " + stack + " is retired; it must have no stack"
            : "the inventory has no stack \""
                + stack
                + "\"; a stack must be a cell or an edge of it",
        "correct the stack's name, or add the cell: cellwall inventory add",
        List.of(),
        Optional.empty());
  }
}
