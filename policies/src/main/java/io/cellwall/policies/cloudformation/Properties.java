package io.cellwall.policies.cloudformation;

import io.cellwall.policies.graph.Value;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Gives properties the names and the forms that the provider has for them, at any depth. */
final class Properties {

  private Properties() {}

  static Value named(String property, Value value, TypeTable.Entry entry) {
    if (property.equals("tags")) {
      return tags(value).orElse(value);
    }
    return named(value, entry);
  }

  private static Value named(Value value, TypeTable.Entry entry) {
    if (value instanceof Value.Items items) {
      return new Value.Items(items.values().stream().map(item -> named(item, entry)).toList());
    }
    if (!(value instanceof Value.Fields fields)) {
      return value;
    }
    if (PolicyDocuments.isOne(fields)) {
      return PolicyDocuments.text(fields);
    }
    Map<String, Value> named = new TreeMap<>();
    fields
        .values()
        .forEach((key, field) -> named.put(entry.innerProperty(key), named(field, entry)));
    // Two names that become one: both are judged, under their own.
    return named.size() == fields.values().size() ? Value.Fields.of(named) : fields;
  }

  // [{Key: k, Value: v}] is {k: v}.
  private static Optional<Value> tags(Value value) {
    if (!(value instanceof Value.Items items)) {
      return Optional.empty();
    }
    Map<String, Value> tags = new TreeMap<>();
    for (Value item : items.values()) {
      if (!(item instanceof Value.Fields tag)
          || tag.text("Key").isEmpty()
          || tag.values().get("Value") == null) {
        return Optional.empty();
      }
      tags.put(tag.text("Key").get(), tag.values().getOrDefault("Value", new Value.Null()));
    }
    return Optional.of(Value.Fields.of(tags));
  }
}
