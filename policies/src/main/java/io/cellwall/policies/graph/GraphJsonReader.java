package io.cellwall.policies.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a document of graphs, and refuses whatever the format does not have. */
final class GraphJsonReader {

  /** The key that tells a marker from an object of the program. */
  static final String MARK = "$cellwall";

  static String kind(Node.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  List<ResourceGraph> graphs(JsonNode document) {
    keys(document, "$", Set.of("schemaVersion", "graphs"));
    JsonNode version = required(document, "$", "schemaVersion");
    if (!version.isInt() || version.intValue() != GraphJson.SCHEMA_VERSION) {
      throw wrong("$.schemaVersion", "must be " + GraphJson.SCHEMA_VERSION + ", is " + version);
    }
    List<ResourceGraph> graphs = new ArrayList<>();
    List<JsonNode> list = list(required(document, "$", "graphs"), "$.graphs");
    for (int i = 0; i < list.size(); i++) {
      graphs.add(graph(list.get(i), "$.graphs[" + i + "]"));
    }
    return List.copyOf(graphs);
  }

  private ResourceGraph graph(JsonNode json, String at) {
    keys(json, at, Set.of("stack", "nodes"));
    List<Node> nodes = new ArrayList<>();
    List<JsonNode> list = list(required(json, at, "nodes"), at + ".nodes");
    for (int i = 0; i < list.size(); i++) {
      nodes.add(node(list.get(i), at + ".nodes[" + i + "]"));
    }
    return new ResourceGraph(text(required(json, at, "stack"), at + ".stack"), nodes);
  }

  private Node node(JsonNode json, String at) {
    keys(
        json,
        at,
        Set.of(
            "urn",
            "kind",
            "type",
            "name",
            "id",
            "inputs",
            "outputs",
            "provider",
            "parent",
            "dependencies",
            "propertyDependencies",
            "options"));
    return new Node(
        text(required(json, at, "urn"), at + ".urn"),
        kind(text(required(json, at, "kind"), at + ".kind"), at + ".kind"),
        text(required(json, at, "type"), at + ".type"),
        text(required(json, at, "name"), at + ".name"),
        optionalText(json, at, "id"),
        fields(json.get("inputs"), at + ".inputs"),
        fields(json.get("outputs"), at + ".outputs"),
        optionalText(json, at, "provider"),
        optionalText(json, at, "parent"),
        new TreeSet<>(texts(json, at, "dependencies")),
        propertyDependencies(json.get("propertyDependencies"), at + ".propertyDependencies"),
        options(json.get("options"), at + ".options"));
  }

  private static Node.Kind kind(String text, String at) {
    return Arrays.stream(Node.Kind.values())
        .filter(kind -> kind(kind).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    at,
                    "must be one of "
                        + Arrays.stream(Node.Kind.values()).map(GraphJsonReader::kind).toList()
                        + ", is \""
                        + text
                        + "\""));
  }

  private static SortedMap<String, SortedSet<String>> propertyDependencies(
      @Nullable JsonNode json, String at) {
    SortedMap<String, SortedSet<String>> found = new TreeMap<>();
    if (json != null) {
      object(json, at);
      json.properties()
          .forEach(
              entry -> found.put(entry.getKey(), new TreeSet<>(texts(json, at, entry.getKey()))));
    }
    return found;
  }

  private static Node.Options options(@Nullable JsonNode json, String at) {
    if (json == null) {
      return Node.Options.none();
    }
    keys(json, at, Set.of("protect", "retainOnDelete", "importId", "ignoreChanges", "aliases"));
    return new Node.Options(
        flag(json, at, "protect"),
        flag(json, at, "retainOnDelete"),
        optionalText(json, at, "importId"),
        texts(json, at, "ignoreChanges"),
        texts(json, at, "aliases"));
  }

  private Value.Fields fields(@Nullable JsonNode json, String at) {
    if (json == null) {
      return Value.Fields.none();
    }
    object(json, at);
    if (value(json, at) instanceof Value.Fields fields) {
      return fields;
    }
    throw wrong(at, "must be an object of properties, not a marker");
  }

  private Value value(JsonNode json, String at) {
    if (json.isString()) {
      return new Value.Text(json.stringValue());
    }
    if (json.isNumber()) {
      return new Value.Numeric(json.decimalValue());
    }
    if (json.isBoolean()) {
      return new Value.Bool(json.booleanValue());
    }
    if (json.isNull()) {
      return new Value.Null();
    }
    if (json.isArray()) {
      List<Value> items = new ArrayList<>();
      for (JsonNode item : json) {
        items.add(value(item, at + "[" + items.size() + "]"));
      }
      return new Value.Items(items);
    }
    JsonNode mark = json.get(MARK);
    return mark == null ? plain(json, at) : marked(json, mark, at);
  }

  private Value.Fields plain(JsonNode json, String at) {
    SortedMap<String, Value> fields = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : json.properties()) {
      fields.put(entry.getKey(), value(entry.getValue(), at + "." + entry.getKey()));
    }
    return new Value.Fields(fields);
  }

  private Value marked(JsonNode json, JsonNode mark, String at) {
    String what = text(mark, at + "." + MARK);
    if (what.equals("literal")) {
      keys(json, at, Set.of(MARK, "value"));
      JsonNode literal = required(json, at, "value");
      object(literal, at + ".value");
      return plain(literal, at + ".value");
    }
    keys(json, at, Set.of(MARK));
    return switch (what) {
      case "unknown" -> new Value.Unknown();
      case "secret" -> new Value.Secret(new Value.Unknown());
      default ->
          throw wrong(at + "." + MARK, "must be unknown, secret or literal, is \"" + what + "\"");
    };
  }

  private static void keys(JsonNode json, String at, Set<String> known) {
    object(json, at);
    for (String key : json.propertyNames()) {
      if (!known.contains(key)) {
        throw wrong(at, "has no key \"" + key + "\"; it has " + new TreeSet<>(known));
      }
    }
  }

  private static void object(JsonNode json, String at) {
    if (!json.isObject()) {
      throw wrong(at, "must be an object, is " + json.getNodeType());
    }
  }

  private static JsonNode required(JsonNode json, String at, String key) {
    JsonNode found = json.get(key);
    if (found == null) {
      throw wrong(at, "needs the key \"" + key + "\"");
    }
    return found;
  }

  private static List<JsonNode> list(JsonNode json, String at) {
    if (!json.isArray()) {
      throw wrong(at, "must be a list, is " + json.getNodeType());
    }
    List<JsonNode> items = new ArrayList<>();
    json.forEach(items::add);
    return items;
  }

  private static List<String> texts(JsonNode json, String at, String key) {
    JsonNode found = json.get(key);
    return found == null
        ? List.of()
        : list(found, at + "." + key).stream().map(item -> text(item, at + "." + key)).toList();
  }

  private static Optional<String> optionalText(JsonNode json, String at, String key) {
    JsonNode found = json.get(key);
    return found == null ? Optional.empty() : Optional.of(text(found, at + "." + key));
  }

  private static boolean flag(JsonNode json, String at, String key) {
    JsonNode found = json.get(key);
    if (found != null && !found.isBoolean()) {
      throw wrong(at + "." + key, "must be true or false, is " + found.getNodeType());
    }
    return found != null && found.booleanValue();
  }

  private static String text(JsonNode json, String at) {
    if (!json.isString()) {
      throw wrong(at, "must be a string, is " + json.getNodeType());
    }
    return json.stringValue();
  }

  private static IllegalArgumentException wrong(String at, String what) {
    return new IllegalArgumentException("graph document: " + at + " " + what);
  }
}
