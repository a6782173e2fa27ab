package io.cellwall.policies.graph;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Graphs as a JSON document, and back. The module's README documents the format.
 *
 * <p>A secret is written as a marker, never in clear; read back it is a secret whose value is
 * unknown. All else comes back equal.
 */
public final class GraphJson {

  /** The version of the format; a reader refuses any other. */
  public static final int SCHEMA_VERSION = 1;

  /** How deep a document may be nested: deeper than any value that a provider takes. */
  private static final int DEEPEST = 200;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private GraphJson() {}

  /** The document of these graphs; the same graphs always give the same text. */
  public static String write(List<ResourceGraph> graphs) {
    ObjectNode document = JSON.createObjectNode();
    document.put("schemaVersion", SCHEMA_VERSION);
    ArrayNode list = document.putArray("graphs");
    for (ResourceGraph graph : graphs) {
      ObjectNode object = list.addObject();
      object.put("stack", graph.stack());
      ArrayNode nodes = object.putArray("nodes");
      graph.nodes().forEach(node -> nodes.add(node(node)));
    }
    return JSON.writeValueAsString(document) + "\n";
  }

  /**
   * Reads a document.
   *
   * @throws IllegalArgumentException if the text is no such document; the message says where and
   *     why
   */
  public static List<ResourceGraph> read(String text) {
    JsonNode document;
    try {
      document = JSON.readTree(text);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not a JSON document: " + e.getOriginalMessage(), e);
    }
    return new GraphJsonReader().graphs(document);
  }

  private static ObjectNode node(Node node) {
    ObjectNode object = JSON.createObjectNode();
    object.put("urn", node.urn());
    object.put("kind", GraphJsonReader.kind(node.kind()));
    object.put("type", node.type());
    object.put("name", node.name());
    node.id().ifPresent(id -> object.put("id", id));
    putUnlessEmpty(object, "inputs", node.inputs());
    putUnlessEmpty(object, "outputs", node.outputs());
    node.provider().ifPresent(urn -> object.put("provider", urn));
    node.parent().ifPresent(urn -> object.put("parent", urn));
    if (!node.dependencies().isEmpty()) {
      node.dependencies().forEach(object.putArray("dependencies")::add);
    }
    if (!node.propertyDependencies().isEmpty()) {
      ObjectNode properties = object.putObject("propertyDependencies");
      for (Map.Entry<String, SortedSet<String>> entry : node.propertyDependencies().entrySet()) {
        entry.getValue().forEach(properties.putArray(entry.getKey())::add);
      }
    }
    if (!node.options().equals(Node.Options.none())) {
      object.set("options", options(node.options()));
    }
    return object;
  }

  private static ObjectNode options(Node.Options options) {
    ObjectNode object = JSON.createObjectNode();
    if (options.protect()) {
      object.put("protect", true);
    }
    if (options.retainOnDelete()) {
      object.put("retainOnDelete", true);
    }
    options.importId().ifPresent(id -> object.put("importId", id));
    if (!options.ignoreChanges().isEmpty()) {
      options.ignoreChanges().forEach(object.putArray("ignoreChanges")::add);
    }
    if (!options.aliases().isEmpty()) {
      options.aliases().forEach(object.putArray("aliases")::add);
    }
    return object;
  }

  private static void putUnlessEmpty(ObjectNode object, String key, Value.Fields fields) {
    if (!fields.values().isEmpty()) {
      object.set(key, value(fields));
    }
  }

  private static JsonNode value(Value value) {
    if (value instanceof Value.Text text) {
      return JSON.getNodeFactory().stringNode(text.value());
    }
    if (value instanceof Value.Numeric number) {
      return JSON.getNodeFactory().numberNode(number.value());
    }
    if (value instanceof Value.Bool bool) {
      return JSON.getNodeFactory().booleanNode(bool.value());
    }
    if (value instanceof Value.Items items) {
      ArrayNode array = JSON.createArrayNode();
      items.values().forEach(item -> array.add(value(item)));
      return array;
    }
    if (value instanceof Value.Fields fields) {
      ObjectNode object = JSON.createObjectNode();
      fields.values().forEach((key, field) -> object.set(key, value(field)));
      // An object that looks like a marker is wrapped, so that it is not taken for one.
      return fields.values().containsKey(GraphJsonReader.MARK)
          ? marker("literal").set("value", object)
          : object;
    }
    if (value instanceof Value.Unknown) {
      return marker("unknown");
    }
    if (value instanceof Value.Secret) {
      return marker("secret");
    }
    return JSON.getNodeFactory().nullNode();
  }

  private static ObjectNode marker(String what) {
    return JSON.createObjectNode().put(GraphJsonReader.MARK, what);
  }
}
