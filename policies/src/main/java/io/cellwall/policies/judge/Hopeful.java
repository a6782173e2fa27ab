package io.cellwall.policies.judge;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Surroundings;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.ownership.Home;
import io.cellwall.policies.ownership.OwnNames;
import io.cellwall.policies.ownership.OwnerIndex;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The graph so far, as if all that may still turn up had: what is found even here is decided.
 *
 * <p>Whoever looks at all nodes, or at one that is yet to turn up, looks at what only the end can
 * show, and is noted.
 */
final class Hopeful implements Surroundings {

  private static final String TURNED_UP = "urn:cellwall:turns-up";

  private final Surroundings soFar;
  private final Home home;
  private final OwnerIndex index;
  private final Telling telling;
  private final Set<String> waiting = new HashSet<>();
  private String running = "";

  Hopeful(Surroundings soFar, Home home, OwnerIndex index, Telling telling) {
    this.soFar = soFar;
    this.home = home;
    this.index = index;
    this.telling = telling;
  }

  /** The node, with the proof that the end may still bring of what is not known of it. */
  Node hopefully(Node node) {
    if (!telling.unknownsWait()) {
      return node;
    }
    SortedMap<String, SortedSet<String>> sources = new TreeMap<>(node.propertyDependencies());
    node.inputs()
        .values()
        .keySet()
        .forEach(property -> sources.putIfAbsent(property, new TreeSet<>(Set.of(TURNED_UP))));
    return new Node(
        node.urn(),
        node.kind(),
        node.type(),
        node.name(),
        node.id(),
        node.inputs(),
        node.outputs(),
        node.provider(),
        node.parent(),
        node.dependencies(),
        sources,
        node.options());
  }

  void start(String rule) {
    running = rule;
  }

  /** Tells whether the rule has looked at all nodes, so that only the end can tell. */
  boolean waits(String rule) {
    return waiting.contains(rule);
  }

  @Override
  public String stack() {
    return soFar.stack();
  }

  @Override
  public Optional<Node> find(String urn) {
    return urn.equals(TURNED_UP) ? Optional.of(turnedUp(urn)) : soFar.find(urn);
  }

  @Override
  public List<Node> named(String idOrArn) {
    List<Node> nodes = names().named(idOrArn);
    if (nodes.stream().anyMatch(node -> node.urn().equals(TURNED_UP))) {
      waiting.add(running);
    }
    return nodes;
  }

  @Override
  public Surroundings names() {
    return new Names();
  }

  private List<Node> knownOrHoped(String idOrArn) {
    List<Node> known = soFar.named(idOrArn);
    return known.isEmpty() && telling.mayTurnUp(idOrArn) && OwnNames.possible(idOrArn, home, index)
        ? List.of(turnedUp(idOrArn))
        : known;
  }

  @Override
  public List<Node> nodes() {
    waiting.add(running);
    return soFar.nodes();
  }

  private static Node turnedUp(String id) {
    return new Node(
        TURNED_UP,
        Node.Kind.RESOURCE,
        "",
        "",
        Optional.of(id),
        Value.Fields.none(),
        Value.Fields.none(),
        Optional.empty(),
        Optional.empty(),
        new TreeSet<>(),
        new TreeMap<>(),
        Node.Options.none());
  }

  /**
   * Names only: to have one is all that is asked of a node, so whoever asks has no need to wait.
   */
  private final class Names implements Surroundings {

    @Override
    public String stack() {
      return soFar.stack();
    }

    @Override
    public Optional<Node> find(String urn) {
      return Hopeful.this.find(urn);
    }

    @Override
    public List<Node> named(String idOrArn) {
      return knownOrHoped(idOrArn);
    }

    @Override
    public List<Node> nodes() {
      return Hopeful.this.nodes();
    }
  }
}
