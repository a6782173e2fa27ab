package io.cellwall.policies.judge;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.Surroundings;
import io.cellwall.policies.ownership.Holdings;
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
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Judges graphs against the walls of one inventory, in bounded time whatever they hold. Immutable,
 * safe for many threads.
 */
public final class Judge {

  private final OwnerIndex index;
  private final TypeCatalog types = new AwsTypes();
  private final Watch watch;

  Judge(Inventory inventory, List<Rule> rules) {
    this(inventory, rules, Patience.USUAL);
  }

  Judge(Inventory inventory, List<Rule> rules, Patience patience) {
    this(Holdings.of(inventory), rules, patience);
  }

  private Judge(Holdings holdings, List<Rule> rules, Patience patience) {
    this.index = new OwnerIndex(holdings);
    this.watch = new Watch(new NodeJudge(rules), patience);
  }

  /** A judge with every rule of the product. What it needs of the inventory is indexed once. */
  public static Judge of(Inventory inventory) {
    return of(Holdings.of(inventory));
  }

  /** The same, of what matters to it of an inventory. */
  public static Judge of(Holdings holdings) {
    return new Judge(holdings, Pack.rules(), Patience.USUAL);
  }

  /** What is wrong with one stack: sorted, without repetition, empty if nothing is. */
  public List<Finding> judge(ResourceGraph graph) {
    return index
        .home(graph.stack())
        .map(home -> watch.judge(graph.nodes(), () -> context(graph, home), rule -> {}))
        .orElseGet(() -> List.of(unknownStack(graph.stack())))
        .stream()
        .sorted()
        .distinct()
        .toList();
  }

  /** What is wrong with these stacks together. */
  public List<Finding> judge(Collection<ResourceGraph> graphs) {
    return graphs.stream().flatMap(graph -> judge(graph).stream()).sorted().distinct().toList();
  }

  /**
   * What is wrong with one node, by the graph so far. Of this, what stands whatever comes later is
   * for a {@link #open session} to tell.
   *
   * @param node the node; it need not be in the graph yet
   * @param soFar what the program has declared before it
   */
  public List<Finding> judge(Node node, Surroundings soFar) {
    return index
        .home(soFar.stack())
        .map(home -> watch.judge(List.of(node), () -> context(soFar, home), rule -> {}))
        .orElseGet(() -> List.of(unknownStack(soFar.stack())));
  }

  /**
   * Begins to judge a stack whose nodes arrive one by one.
   *
   * @param telling what is told of a node when it arrives
   */
  public Session open(String stack, Telling telling) {
    return new Session(this, stack, telling);
  }

  /** What a node would be found to be whatever comes later, as far as names and values go. */
  List<Finding> judgeHopefully(Node node, Hopeful hopes) {
    return index
        .home(hopes.stack())
        .map(
            home ->
                watch.judge(
                    List.of(hopes.hopefully(node)),
                    () -> context(hopes, home),
                    rule -> hopes.start(rule.id())))
        .orElseGet(() -> List.of(unknownStack(hopes.stack())));
  }

  Optional<Home> home(String stack) {
    return index.home(stack);
  }

  OwnerIndex index() {
    return index;
  }

  private RuleContext context(Surroundings graph, Home home) {
    return new RuleContext(graph, home, index, types);
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
