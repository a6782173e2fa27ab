package io.cellwall.policies.rules;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Surroundings;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.ownership.Home;
import io.cellwall.policies.ownership.NodeTexts;
import io.cellwall.policies.ownership.OwnerIndex;
import io.cellwall.policies.ownership.Reference;
import io.cellwall.policies.ownership.References;
import io.cellwall.policies.rules.statement.HeldPolicy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a rule knows besides the node: the graph, the stack's place, the provider's types. */
public final class RuleContext {

  private final Surroundings graph;
  private final Home home;
  private final OwnerIndex index;
  private final TypeCatalog types;
  private final Map<String, NodeFacts> facts = new HashMap<>();

  /** The context of one stack's graph. Not for use by more than one thread. */
  public RuleContext(Surroundings graph, Home home, OwnerIndex index, TypeCatalog types) {
    this.graph = graph;
    this.home = home;
    this.index = index;
    this.types = types;
  }

  /** The graph, or what is known of it so far. */
  public Surroundings graph() {
    return graph;
  }

  /** What the inventory gives to the stack. */
  public Home home() {
    return home;
  }

  /** The provider's types. */
  public TypeCatalog types() {
    return types;
  }

  /** The texts among the node's inputs; read once for all rules. */
  public NodeTexts texts(Node node) {
    return facts(node).texts();
  }

  /** All that the node's inputs name; read once for all rules. */
  public References references(Node node) {
    return facts(node).references(texts -> References.of(texts, graph.names(), home, index));
  }

  /** The policy documents in the node's inputs; read once for all rules. */
  public List<HeldPolicy> policies(Node node) {
    return facts(node).policies();
  }

  private NodeFacts facts(Node node) {
    return facts.computeIfAbsent(node.urn(), urn -> new NodeFacts(node));
  }

  /** What a text names, if it were the property of this name. */
  public List<Reference> referencesIn(String property, String text) {
    return References.ofText(property, text, graph.names(), home, index);
  }

  /** The inputs of the node's explicit provider. */
  public Optional<Value.Fields> providerOf(Node node) {
    return node.provider().flatMap(graph::find).map(Node::inputs);
  }
}
