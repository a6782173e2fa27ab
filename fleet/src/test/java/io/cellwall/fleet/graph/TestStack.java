package io.cellwall.fleet.graph;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** A stack's graph, resource by resource. Each resource's id is its name. */
public final class TestStack {

  private final String name;
  private final List<Node> nodes = new ArrayList<>();

  /** A stack whose resources are made in this account and region. */
  public TestStack(String name, String account, String region) {
    this.name = name;
    nodes.add(
        node(
            "provider",
            Node.Kind.PROVIDER,
            "pulumi:providers:aws",
            Map.of("region", region, "allowedAccountIds", List.of(account)),
            Optional.empty()));
  }

  /** Adds a resource; inputs are texts, numbers, booleans, lists and maps. */
  public TestStack with(String type, String resource, Map<String, ?> inputs) {
    nodes.add(node(resource, Node.Kind.RESOURCE, type, inputs, Optional.of("provider")));
    return this;
  }

  /** Adds a resource whose provider says nothing of account and region. */
  public TestStack withoutProvider(String type, String resource) {
    nodes.add(node(resource, Node.Kind.RESOURCE, type, Map.of(), Optional.empty()));
    return this;
  }

  public ResourceGraph graph() {
    return new ResourceGraph(name, nodes);
  }

  private static Node node(
      String name, Node.Kind kind, String type, Map<String, ?> inputs, Optional<String> provider) {
    return new Node(
        name,
        kind,
        type,
        name,
        Optional.of(name),
        (Value.Fields) value(inputs),
        Value.Fields.none(),
        provider,
        Optional.empty(),
        new TreeSet<>(),
        new TreeMap<>(),
        Node.Options.none());
  }

  private static Value value(Object value) {
    if (value instanceof Map<?, ?> map) {
      TreeMap<String, Value> fields = new TreeMap<>();
      map.forEach((key, each) -> fields.put(String.valueOf(key), value(each)));
      return new Value.Fields(fields);
    }
    if (value instanceof List<?> list) {
      return new Value.Items(list.stream().map(each -> value(each)).toList());
    }
    if (value instanceof Boolean bool) {
      return new Value.Bool(bool);
    }
    return value instanceof Integer number
        ? new Value.Numeric(BigDecimal.valueOf(number))
        : new Value.Text(String.valueOf(value));
  }
}
