package io.cellwall.tests.faults;

import io.cellwall.policies.graph.Value;
import io.cellwall.rehearsal.cloud.CloudObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the engine knows of a stack once it is built, but for what differs each time a stack is
 * built: times, the ids of providers, and the order of dependencies.
 *
 * @param resources each resource as the state has it, by URN
 */
record BuiltStack(SortedMap<String, JsonNode> resources) {

  private static final Set<String> TIMES = Set.of("created", "modified");

  /** Shorter texts than this stand for themselves only, not within others. */
  private static final int LONG = 12;

  /**
   * Reads a state.
   *
   * @param export what {@code pulumi stack export --show-secrets} prints
   * @param existing what AWS has. Of what it has twice, the state may have either; here it has the
   *     first, as if it had never been made twice
   */
  static BuiltStack of(String export, List<CloudObject> existing) {
    SortedMap<String, JsonNode> resources = new TreeMap<>();
    JsonNode deployment = JsonMapper.shared().readTree(export).path("deployment");
    Map<String, String> first = firsts(deployment.path("resources"), existing);
    deployment
        .path("resources")
        .forEach(
            each -> {
              ObjectNode resource = (ObjectNode) renamed(each, first);
              resource.remove(TIMES);
              resource.set("dependencies", sorted(resource.path("dependencies")));
              resource.set(
                  "propertyDependencies", sortedEach(resource.path("propertyDependencies")));
              String provider = resource.path("provider").asString("");
              resource.put("provider", provider.replaceFirst("::[^:]*$", ""));
              if (resource.path("type").asString().startsWith("pulumi:providers:")) {
                resource.put("id", "");
              }
              JsonNode twice = resources.put(resource.path("urn").asString(), resource);
              if (twice != null) {
                throw new AssertionError("the state has twice " + resource.path("urn"));
              }
            });
    return new BuiltStack(resources);
  }

  // The engine keeps what something depends on in the order in which it heard of it.
  private static ArrayNode sorted(JsonNode urns) {
    ArrayNode sorted = JsonMapper.shared().createArrayNode();
    urns.valueStream().map(JsonNode::asString).sorted().forEach(sorted::add);
    return sorted;
  }

  private static ObjectNode sortedEach(JsonNode properties) {
    ObjectNode sorted = JsonMapper.shared().createObjectNode();
    properties.properties().forEach(each -> sorted.set(each.getKey(), sorted(each.getValue())));
    return sorted;
  }

  // What AWS made up for the one that the state has, and what it made up for the first of its kind.
  private static Map<String, String> firsts(JsonNode state, List<CloudObject> existing) {
    Map<String, String> ids = new HashMap<>();
    state.forEach(each -> ids.put(each.path("urn").asString(), each.path("id").asString("")));
    Map<String, String> first = new HashMap<>();
    existing.stream()
        .collect(Collectors.groupingBy(each -> each.order().urn()))
        .forEach(
            (urn, made) ->
                made.stream()
                    .filter(each -> each.id().equals(ids.get(urn)))
                    .forEach(held -> pair(held.state(), made.get(0).state(), first)));
    return first;
  }

  private static void pair(Value held, Value first, Map<String, String> pairs) {
    if (held.bare() instanceof Value.Text one && first.bare() instanceof Value.Text other) {
      if (!one.value().equals(other.value())) {
        pairs.put(one.value(), other.value());
      }
    } else if (held.bare() instanceof Value.Fields one
        && first.bare() instanceof Value.Fields other) {
      one.values()
          .forEach(
              (key, value) -> {
                Value same = other.values().get(key);
                if (same != null) {
                  pair(value, same, pairs);
                }
              });
    } else if (held.bare() instanceof Value.Items one
        && first.bare() instanceof Value.Items other) {
      for (int i = 0; i < Math.min(one.values().size(), other.values().size()); i++) {
        pair(one.values().get(i), other.values().get(i), pairs);
      }
    }
  }

  private static JsonNode renamed(JsonNode node, Map<String, String> names) {
    JsonMapper json = JsonMapper.shared();
    if (node.isString()) {
      return json.getNodeFactory().stringNode(renamed(node.asString(), names));
    }
    if (node.isArray()) {
      ArrayNode array = json.createArrayNode();
      node.forEach(each -> array.add(renamed(each, names)));
      return array;
    }
    if (node.isObject()) {
      ObjectNode object = json.createObjectNode();
      node.properties().forEach(each -> object.set(each.getKey(), renamed(each.getValue(), names)));
      return object;
    }
    return node;
  }

  private static String renamed(String text, Map<String, String> names) {
    String whole = names.get(text);
    if (whole != null) {
      return whole;
    }
    String result = text;
    for (Map.Entry<String, String> name : names.entrySet()) {
      if (name.getKey().length() >= LONG) {
        result = result.replace(name.getKey(), name.getValue());
      }
    }
    return result;
  }

  /** Where another stack differs, a line each; none if it is the same. */
  List<String> differences(BuiltStack other) {
    List<String> differences = new ArrayList<>();
    Set<String> urns = new TreeSet<>(resources.keySet());
    urns.addAll(other.resources.keySet());
    for (String urn : urns) {
      if (!other.resources.containsKey(urn)) {
        differences.add(urn + " is missing");
      } else if (!resources.containsKey(urn)) {
        differences.add(urn + " is too much");
      } else {
        compare(
            urn,
            Objects.requireNonNull(resources.get(urn)),
            Objects.requireNonNull(other.resources.get(urn)),
            differences);
      }
    }
    return differences;
  }

  private static void compare(String at, JsonNode one, JsonNode other, List<String> differences) {
    if (one.equals(other)) {
      return;
    }
    if (one.isObject() && other.isObject()) {
      Set<String> keys = new TreeSet<>(one.propertyNames());
      keys.addAll(other.propertyNames());
      keys.forEach(key -> compare(at + " " + key, one.path(key), other.path(key), differences));
    } else {
      differences.add("%s: %s is now %s".formatted(at, one, other));
    }
  }
}
