package io.cellwall.tests.blast;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A graph in which something is other than the templates have it. */
final class Changed {

  private Changed() {}

  /** Gives a property of each resource of a type another value. */
  static ResourceGraph property(ResourceGraph graph, String type, String property, Value value) {
    return each(graph, type, property, any -> value);
  }

  /** Changes a text that a property of each resource of a type has. */
  static ResourceGraph text(
      ResourceGraph graph, String type, String property, UnaryOperator<String> change) {
    return each(
        graph,
        type,
        property,
        value ->
            value instanceof Value.Text text ? new Value.Text(change.apply(text.value())) : value);
  }

  private static ResourceGraph each(
      ResourceGraph graph, String type, String property, UnaryOperator<Value> change) {
    List<Node> nodes = new ArrayList<>();
    int changed = 0;
    for (Node node : graph.nodes()) {
      if (node.type().equals(type)) {
        Map<String, Value> inputs = new HashMap<>(node.inputs().values());
        Value before = inputs.getOrDefault(property, new Value.Null());
        inputs.put(property, change.apply(before));
        changed++;
        nodes.add(node.with(Value.Fields.of(inputs)));
      } else {
        nodes.add(node);
      }
    }
    if (changed == 0) {
      throw new AssertionError(graph.stack() + " has no " + type);
    }
    return new ResourceGraph(graph.stack(), nodes);
  }

  /** Without the resources of a type whose name has this end. */
  static ResourceGraph without(ResourceGraph graph, String type, String end) {
    List<Node> left =
        graph.nodes().stream()
            .filter(node -> !(node.type().equals(type) && node.name().endsWith(end)))
            .toList();
    if (left.size() == graph.nodes().size()) {
      throw new AssertionError(graph.stack() + " has no " + type + " ..." + end);
    }
    return new ResourceGraph(graph.stack(), left);
  }
}
