package io.cellwall.fleet.base;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What AWS calls what a plan made up names for: ids, ARNs, endpoints.
 *
 * @param names the real name of each that is made up
 */
record RealNames(Map<String, String> names) {

  /** The shortest made-up name that is looked for inside texts, in characters. */
  private static final int SHORTEST = 8;

  /** The names of what stands on both sides. */
  static RealNames of(ResourceGraph deployed, ResourceGraph planned) {
    Map<String, String> names = new HashMap<>();
    for (Node node : planned.nodes()) {
      deployed
          .find(node.urn())
          .ifPresent(
              there -> {
                node.id().ifPresent(id -> there.id().ifPresent(real -> put(names, id, real)));
                node.outputs()
                    .values()
                    .forEach((key, made) -> pair(names, made, output(there.outputs(), key)));
              });
    }
    return new RealNames(names);
  }

  // A key with a dot is a field of an object: by that key where it was made up offline, inside the
  // object in a state.
  private static Value output(Value.Fields outputs, String key) {
    Value found = outputs.values().get(key);
    int dot = key.indexOf('.');
    if (found != null || dot < 0) {
      return found == null ? new Value.Null() : found;
    }
    return outputs.values().get(key.substring(0, dot)) instanceof Value.Fields object
        ? output(object, key.substring(dot + 1))
        : new Value.Null();
  }

  private static void pair(Map<String, String> names, Value made, Value real) {
    if (made instanceof Value.Text text && real instanceof Value.Text there) {
      put(names, text.value(), there.value());
    } else if (made instanceof Value.Fields fields && real instanceof Value.Fields there) {
      fields.values().forEach((key, field) -> pair(names, field, output(there, key)));
    } else if (made instanceof Value.Items items
        && real instanceof Value.Items there
        && items.values().size() == there.values().size()) {
      for (int i = 0; i < items.values().size(); i++) {
        pair(names, items.values().get(i), there.values().get(i));
      }
    }
  }

  private static void put(Map<String, String> names, String made, String real) {
    if (!made.equals(real) && made.length() >= SHORTEST) {
      names.put(made, real);
    }
  }

  /** The same with real names. */
  Value.Fields in(Value.Fields fields) {
    SortedMap<String, Value> renamed = new TreeMap<>();
    fields.values().forEach((key, field) -> renamed.put(key, in(field)));
    return new Value.Fields(renamed);
  }

  private Value in(Value value) {
    if (value instanceof Value.Text text) {
      return new Value.Text(in(text.value()));
    }
    if (value instanceof Value.Secret secret) {
      return new Value.Secret(in(secret.value()));
    }
    if (value instanceof Value.Items items) {
      List<Value> renamed = items.values().stream().map(this::in).toList();
      return new Value.Items(renamed);
    }
    return value instanceof Value.Fields fields ? in(fields) : value;
  }

  private String in(String text) {
    String whole = names.get(text);
    if (whole != null || text.length() <= SHORTEST) {
      return whole == null ? text : whole;
    }
    String renamed = text;
    for (Map.Entry<String, String> name : names.entrySet()) {
      if (renamed.contains(name.getKey())) {
        renamed = renamed.replace(name.getKey(), name.getValue());
      }
    }
    return renamed;
  }
}
