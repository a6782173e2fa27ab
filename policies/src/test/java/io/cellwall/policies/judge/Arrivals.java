package io.cellwall.policies.judge;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.ownership.OwnNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The orders in which an engine may show the nodes of a graph, and what it shows of each. */
public final class Arrivals {

  private Arrivals() {}

  /**
   * A random order in which each node comes after its provider, its parent, what its values derive
   * from, and whatever has an id that it holds: nobody knows such an id before.
   */
  public static List<Node> inSomeOrder(ResourceGraph graph, Random random) {
    Map<String, Set<String>> before = new TreeMap<>();
    Map<String, Set<String>> madeUp = new TreeMap<>();
    for (Node node : graph.nodes()) {
      node.identities().stream()
          .filter(identity -> !OwnNames.isChosen(identity))
          .filter(identity -> !node.inputs().values().containsValue(new Value.Text(identity)))
          .forEach(
              identity -> madeUp.computeIfAbsent(identity, key -> new TreeSet<>()).add(node.urn()));
    }
    for (Node node : graph.nodes()) {
      Set<String> earlier = new TreeSet<>(node.dependencies());
      node.propertyDependencies().values().forEach(earlier::addAll);
      node.provider().ifPresent(earlier::add);
      node.parent().ifPresent(earlier::add);
      node.inputs()
          .walk(
              "",
              false,
              (path, text, secret) ->
                  madeUp.forEach(
                      (identity, urns) -> {
                        if (text.contains(identity)) {
                          earlier.addAll(urns);
                        }
                      }));
      before.put(node.urn(), earlier);
    }
    List<Node> shuffled = new ArrayList<>(graph.nodes());
    Collections.shuffle(shuffled, random);
    Map<String, Node> order = new LinkedHashMap<>();
    Set<String> underway = new TreeSet<>();
    shuffled.forEach(node -> place(node, graph, before, underway, order, random));
    return List.copyOf(order.values());
  }

  private static void place(
      Node node,
      ResourceGraph graph,
      Map<String, Set<String>> before,
      Set<String> underway,
      Map<String, Node> order,
      Random random) {
    if (order.containsKey(node.urn()) || !underway.add(node.urn())) {
      return;
    }
    List<String> earlier = new ArrayList<>(before.getOrDefault(node.urn(), Set.of()));
    Collections.shuffle(earlier, random);
    earlier.forEach(
        urn ->
            graph.find(urn).ifPresent(each -> place(each, graph, before, underway, order, random)));
    order.put(node.urn(), node);
  }

  /** The node as an engine shows it before it is made: inputs only. */
  public static Node inputsOf(Node node) {
    return new Node(
        node.urn(),
        node.kind(),
        node.type(),
        node.name(),
        node.kind() == Node.Kind.READ ? node.id() : Optional.empty(),
        node.inputs(),
        Value.Fields.none(),
        node.provider(),
        node.parent(),
        new TreeSet<>(),
        new TreeMap<>(),
        node.options());
  }

  /** The node with one more input. */
  public static Node with(Node node, String property, Value value) {
    Map<String, Value> inputs = new TreeMap<>(node.inputs().values());
    inputs.put(property, value);
    return new Node(
        node.urn(),
        node.kind(),
        node.type(),
        node.name(),
        node.id(),
        Value.Fields.of(inputs),
        node.outputs(),
        node.provider(),
        node.parent(),
        node.dependencies(),
        node.propertyDependencies(),
        node.options());
  }
}
