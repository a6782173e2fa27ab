package io.cellwall.policies.state;

import io.cellwall.policies.census.Census;
import io.cellwall.policies.census.PropertyKind;
import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.UnreadableGraphException;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.pulumi.ProviderInputs;
import io.cellwall.policies.pulumi.Providers;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes a graph of the JSON of a state. */
final class StateReader {

  private static final Set<PropertyKind> OPENS =
      EnumSet.of(PropertyKind.SWITCH, PropertyKind.DOCUMENT);

  /** Version 4 differs from 3 in a list of the engine's features, not in the resources. */
  private static final Set<Integer> VERSIONS = Set.of(3, 4);

  private final String file;
  private final boolean declared;
  private final StateValues values;
  private final List<Node> nodes = new ArrayList<>();
  private final Set<String> urns = new HashSet<>();
  private final Set<String> stacks = new TreeSet<>();

  /**
   * A reader of one file.
   *
   * @param declared whether what a provider filled in is left out
   */
  StateReader(String file, boolean declared) {
    this.file = file;
    this.declared = declared;
    this.values = new StateValues(file, declared);
  }

  ResourceGraph graph(JsonNode document) {
    object(document, "$");
    JsonNode version = document.get("version");
    if (version == null || !version.isInt() || !VERSIONS.contains(version.intValue())) {
      throw wrong("$.version", "must be 3 or 4, is " + version + "; export the stack anew");
    }
    JsonNode deployment = document.get("deployment");
    if (deployment == null) {
      throw wrong("$", "needs the key \"deployment\": it must be made by pulumi stack export");
    }
    object(deployment, "$.deployment");
    list(deployment, "$.deployment", "resources").forEach(this::add);
    // What an interrupted update was making may exist.
    for (At operation : list(deployment, "$.deployment", "pending_operations")) {
      JsonNode resource = operation.json().get("resource");
      if (resource != null && !urns.contains(text(resource, operation.at() + ".resource", "urn"))) {
        add(new At(resource, operation.at() + ".resource"));
      }
    }
    if (stacks.size() != 1) {
      throw wrong(
          "$.deployment.resources",
          stacks.isEmpty()
              ? "has no resource, so nothing says which stack this is; leave the file out"
              : "must be of one stack, has " + stacks);
    }
    return new ResourceGraph(stacks.iterator().next(), WiredOutputs.of(nodes));
  }

  private record At(JsonNode json, String at) {}

  private void add(At place) {
    JsonNode json = place.json();
    String at = place.at();
    object(json, at);
    String urn = text(json, at, "urn");
    String[] parts = urn.split("::", 4);
    if (parts.length != 4 || !parts[0].startsWith("urn:pulumi:")) {
      throw wrong(at + ".urn", "\"" + urn + "\" must be urn:pulumi:STACK::PROJECT::TYPE::NAME");
    }
    stacks.add(parts[0].substring("urn:pulumi:".length()));
    Node.Kind kind = kind(json, at);
    Value.Fields inputs = fields(json, at, "inputs");
    Value.Fields outputs = fields(json, at, "outputs");
    Map<String, Value> computed = new TreeMap<>(outputs.values());
    // What differs from the program's value, somebody changed since: it is what stands there now.
    computed.entrySet().removeAll(inputs.values().entrySet());
    nodes.add(
        new Node(
            unique(urn),
            kind,
            text(json, at, "type"),
            parts[3],
            optionalText(json, at, "id").filter(id -> !id.isEmpty()),
            kind == Node.Kind.PROVIDER
                ? ProviderInputs.decode(inputs)
                : kind == Node.Kind.RESOURCE
                    ? asItStands(text(json, at, "type"), inputs, outputs)
                    : inputs,
            Value.Fields.of(computed),
            provider(json, at),
            optionalText(json, at, "parent"),
            new TreeSet<>(texts(json, at, "dependencies")),
            propertyDependencies(json, at),
            options(json, at)));
  }

  // A switch or a policy is what the cloud has, whatever the program last said, or left out; but
  // what it left out is nothing that it declared.
  private Value.Fields asItStands(String type, Value.Fields inputs, Value.Fields outputs) {
    Map<String, Value> standing = new TreeMap<>(inputs.values());
    outputs
        .values()
        .forEach(
            (property, value) -> {
              boolean opens =
                  Census.provided().kindOf(type, property).filter(OPENS::contains).isPresent();
              boolean said =
                  value instanceof Value.Bool
                      || (value instanceof Value.Text text && !text.value().isEmpty());
              if (opens && said && (!declared || standing.containsKey(property))) {
                standing.put(property, value);
              }
            });
    return Value.Fields.of(standing);
  }

  private Node.Kind kind(JsonNode json, String at) {
    String type = text(json, at, "type");
    if (type.startsWith("pulumi:providers:")) {
      return Node.Kind.PROVIDER;
    }
    if (flag(json, at, "external") || type.equals("pulumi:pulumi:StackReference")) {
      return Node.Kind.READ;
    }
    // Only a component has no id: what says that it is none, and has one, is judged.
    return flag(json, at, "custom") || json.has("id") ? Node.Kind.RESOURCE : Node.Kind.COMPONENT;
  }

  // Until it is deleted, what was replaced exists beside its successor, under the same URN.
  private String unique(String urn) {
    String free = urn;
    for (int number = 1; !urns.add(free); number++) {
      free = urn + "#replaced-" + number;
    }
    return free;
  }

  // The reference is URN::id. A default provider is as good as none: nobody pinned it.
  private Optional<String> provider(JsonNode json, String at) {
    return optionalText(json, at, "provider")
        .filter(reference -> !reference.isEmpty())
        .map(reference -> reference.substring(0, Math.max(0, reference.lastIndexOf("::"))))
        .filter(urn -> !Providers.isDefault(urn));
  }

  private SortedMap<String, SortedSet<String>> propertyDependencies(JsonNode json, String at) {
    SortedMap<String, SortedSet<String>> found = new TreeMap<>();
    JsonNode properties = json.get("propertyDependencies");
    if (properties != null && !properties.isNull()) {
      String path = at + ".propertyDependencies";
      object(properties, path);
      for (String property : properties.propertyNames()) {
        found.put(property, new TreeSet<>(texts(properties, path, property)));
      }
    }
    return found;
  }

  private Node.Options options(JsonNode json, String at) {
    return new Node.Options(
        flag(json, at, "protect"),
        flag(json, at, "retainOnDelete"),
        optionalText(json, at, "importID").filter(id -> !id.isEmpty()),
        texts(json, at, "ignoreChanges"),
        texts(json, at, "aliases"));
  }

  private Value.Fields fields(JsonNode json, String at, String key) {
    JsonNode found = json.get(key);
    if (found == null || found.isNull()) {
      return Value.Fields.none();
    }
    object(found, at + "." + key);
    return values.fields(found, at + "." + key);
  }

  private List<At> list(JsonNode json, String at, String key) {
    JsonNode found = json.get(key);
    List<At> items = new ArrayList<>();
    if (found != null && !found.isNull()) {
      if (!found.isArray()) {
        throw wrong(at + "." + key, "must be a list, is " + found.getNodeType());
      }
      found.forEach(item -> items.add(new At(item, at + "." + key + "[" + items.size() + "]")));
    }
    return items;
  }

  private List<String> texts(JsonNode json, String at, String key) {
    return list(json, at, key).stream().map(item -> string(item.json(), item.at())).toList();
  }

  private String text(JsonNode json, String at, String key) {
    return string(json.get(key), at + "." + key);
  }

  private Optional<String> optionalText(JsonNode json, String at, String key) {
    JsonNode found = json.get(key);
    return found == null || found.isNull()
        ? Optional.empty()
        : Optional.of(string(found, at + "." + key));
  }

  private String string(@Nullable JsonNode json, String at) {
    if (json == null || !json.isString()) {
      throw wrong(at, "must be a string, is " + (json == null ? "missing" : json.getNodeType()));
    }
    return json.stringValue();
  }

  private boolean flag(JsonNode json, String at, String key) {
    JsonNode found = json.get(key);
    if (found != null && !found.isNull() && !found.isBoolean()) {
      throw wrong(at + "." + key, "must be true or false, is " + found.getNodeType());
    }
    return found != null && found.isBoolean() && found.booleanValue();
  }

  private void object(JsonNode json, String at) {
    if (!json.isObject()) {
      throw wrong(at, "must be an object, is " + json.getNodeType());
    }
  }

  private UnreadableGraphException wrong(String at, String problem) {
    return new UnreadableGraphException(file, at + " " + problem);
  }
}
