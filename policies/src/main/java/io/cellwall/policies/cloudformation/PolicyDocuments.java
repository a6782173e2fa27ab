package io.cellwall.policies.cloudformation;

import io.cellwall.policies.graph.Value;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Policies as the provider takes them: JSON inside a text, where CloudFormation has an object. */
final class PolicyDocuments {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private boolean open;

  private PolicyDocuments() {}

  static boolean isOne(Value.Fields fields) {
    return fields.values().containsKey("Statement");
  }

  /** The text; with an unknown beside it where a part of it is not known. */
  static Value text(Value.Fields policy) {
    PolicyDocuments documents = new PolicyDocuments();
    Value text = new Value.Text(documents.json(policy).toString());
    return documents.open ? new Value.Items(List.of(text, new Value.Unknown())) : text;
  }

  private JsonNode json(Value value) {
    Value bare = value.bare();
    if (bare instanceof Value.Text text) {
      return JSON.getNodeFactory().stringNode(text.value());
    }
    if (bare instanceof Value.Numeric number) {
      return JSON.getNodeFactory().numberNode(number.value());
    }
    if (bare instanceof Value.Bool bool) {
      return JSON.getNodeFactory().booleanNode(bool.value());
    }
    if (bare instanceof Value.Items items) {
      ArrayNode array = JSON.createArrayNode();
      for (Value item : flat(items)) {
        array.add(json(item));
      }
      return array;
    }
    if (bare instanceof Value.Fields fields) {
      ObjectNode object = JSON.createObjectNode();
      fields.values().forEach((key, field) -> object.set(key, json(field)));
      return object;
    }
    open |= bare instanceof Value.Unknown;
    return bare instanceof Value.Unknown
        ? JSON.getNodeFactory().stringNode(Options.HOLE)
        : JSON.getNodeFactory().nullNode();
  }

  // The lists that conditions left inside lists: a policy has none of its own.
  private static List<Value> flat(Value.Items items) {
    List<Value> flat = new ArrayList<>();
    for (Value item : items.values()) {
      if (item instanceof Value.Items inner) {
        flat.addAll(flat(inner));
      } else {
        flat.add(item);
      }
    }
    return flat;
  }
}
