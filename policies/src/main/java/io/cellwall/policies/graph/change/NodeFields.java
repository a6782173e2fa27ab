package io.cellwall.policies.graph.change;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A node as one value, and back: so whatever a node has, a difference of it is found. */
final class NodeFields {

  static final String INPUTS = "inputs";

  private NodeFields() {}

  static Value.Fields of(Node node) {
    SortedMap<String, Value> fields = new TreeMap<>();
    fields.put("urn", new Value.Text(node.urn()));
    fields.put("kind", new Value.Text(node.kind().name()));
    fields.put("type", new Value.Text(node.type()));
    fields.put("name", new Value.Text(node.name()));
    put(fields, "id", node.id());
    fields.put(INPUTS, node.inputs());
    fields.put("outputs", node.outputs());
    put(fields, "provider", node.provider());
    put(fields, "parent", node.parent());
    fields.put("dependencies", items(node.dependencies()));
    SortedMap<String, Value> properties = new TreeMap<>();
    node.propertyDependencies().forEach((property, urns) -> properties.put(property, items(urns)));
    fields.put("propertyDependencies", new Value.Fields(properties));
    fields.put("options", options(node.options()));
    return new Value.Fields(fields);
  }

  static Node node(Value.Fields fields) {
    SortedMap<String, SortedSet<String>> properties = new TreeMap<>();
    for (Map.Entry<String, Value> each : fields(fields, "propertyDependencies").entrySet()) {
      properties.put(each.getKey(), new TreeSet<>(texts(each.getValue())));
    }
    return new Node(
        text(fields, "urn"),
        Node.Kind.valueOf(text(fields, "kind")),
        text(fields, "type"),
        text(fields, "name"),
        fields.text("id"),
        new Value.Fields(fields(fields, INPUTS)),
        new Value.Fields(fields(fields, "outputs")),
        fields.text("provider"),
        fields.text("parent"),
        new TreeSet<>(texts(value(fields, "dependencies"))),
        properties,
        options(new Value.Fields(fields(fields, "options"))));
  }

  private static Value.Fields options(Node.Options options) {
    SortedMap<String, Value> fields = new TreeMap<>();
    fields.put("protect", new Value.Bool(options.protect()));
    fields.put("retainOnDelete", new Value.Bool(options.retainOnDelete()));
    put(fields, "importId", options.importId());
    fields.put("ignoreChanges", items(options.ignoreChanges()));
    fields.put("aliases", items(options.aliases()));
    return new Value.Fields(fields);
  }

  private static Node.Options options(Value.Fields fields) {
    return new Node.Options(
        value(fields, "protect").equals(new Value.Bool(true)),
        value(fields, "retainOnDelete").equals(new Value.Bool(true)),
        fields.text("importId"),
        texts(value(fields, "ignoreChanges")),
        texts(value(fields, "aliases")));
  }

  private static void put(SortedMap<String, Value> fields, String key, Optional<String> text) {
    text.ifPresent(value -> fields.put(key, new Value.Text(value)));
  }

  private static Value items(Collection<String> texts) {
    return new Value.Items(texts.stream().<Value>map(Value.Text::new).toList());
  }

  private static List<String> texts(Value items) {
    List<String> texts = new ArrayList<>();
    ((Value.Items) items).values().forEach(item -> texts.add(((Value.Text) item).value()));
    return texts;
  }

  private static SortedMap<String, Value> fields(Value.Fields fields, String key) {
    return ((Value.Fields) value(fields, key)).values();
  }

  private static String text(Value.Fields fields, String key) {
    return ((Value.Text) value(fields, key)).value();
  }

  private static Value value(Value.Fields fields, String key) {
    Value value = fields.values().get(key);
    if (value == null) {
      throw new IllegalArgumentException("a node has " + key);
    }
    return value;
  }
}
