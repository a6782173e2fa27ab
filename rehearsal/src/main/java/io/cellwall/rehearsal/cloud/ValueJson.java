package io.cellwall.rehearsal.cloud;

import io.cellwall.policies.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values as plain JSON, and back. What exists has no unknown values. */
final class ValueJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ValueJson() {}

  static ObjectNode write(Value.Fields fields) {
    ObjectNode object = JSON.objectNode();
    fields.values().forEach((key, value) -> object.set(key, write(value)));
    return object;
  }

  private static JsonNode write(Value value) {
    Value bare = value.bare();
    if (bare instanceof Value.Text text) {
      return JSON.stringNode(text.value());
    }
    if (bare instanceof Value.Numeric number) {
      return JSON.numberNode(number.value());
    }
    if (bare instanceof Value.Bool bool) {
      return JSON.booleanNode(bool.value());
    }
    if (bare instanceof Value.Items items) {
      ArrayNode array = JSON.arrayNode();
      items.values().forEach(item -> array.add(write(item)));
      return array;
    }
    if (bare instanceof Value.Fields fields) {
      return write(fields);
    }
    if (bare instanceof Value.Null) {
      return JSON.nullNode();
    }
    throw new IllegalArgumentException("nothing that exists has the value " + value);
  }

  static Value.Fields fields(JsonNode json) {
    Map<String, Value> fields = new TreeMap<>();
    json.properties().forEach(each -> fields.put(each.getKey(), value(each.getValue())));
    return Value.Fields.of(fields);
  }

  private static Value value(JsonNode json) {
    if (json.isObject()) {
      return fields(json);
    }
    if (json.isArray()) {
      List<Value> items = new ArrayList<>();
      json.forEach(item -> items.add(value(item)));
      return new Value.Items(items);
    }
    if (json.isNumber()) {
      return new Value.Numeric(json.decimalValue());
    }
    if (json.isBoolean()) {
      return new Value.Bool(json.booleanValue());
    }
    return json.isNull() ? new Value.Null() : new Value.Text(json.stringValue());
  }
}
