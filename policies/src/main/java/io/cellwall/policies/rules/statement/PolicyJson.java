package io.cellwall.policies.rules.statement;

import io.cellwall.policies.graph.Value;
import io.cellwall.policies.iam.glob.PolicyText;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON that the parser of policies takes. */
final class PolicyJson {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What the readers of templates write in the place of what they do not know. */
  private static final String HOLE = "unresolved";

  private static final String UNKNOWN = String.valueOf(PolicyText.UNKNOWN);

  private PolicyJson() {}

  /**
   * The value as JSON.
   *
   * @param without key of an object that is left out
   * @param holes whether marks in texts stand for unknown parts
   */
  static JsonNode of(Value value, String without, boolean holes) {
    Value bare = value.bare();
    if (bare instanceof Value.Text text) {
      return JSON.getNodeFactory()
          .stringNode(holes ? text.value().replace(HOLE, UNKNOWN) : text.value());
    }
    if (bare instanceof Value.Numeric number) {
      return JSON.getNodeFactory().numberNode(number.value());
    }
    if (bare instanceof Value.Bool bool) {
      return JSON.getNodeFactory().booleanNode(bool.value());
    }
    if (bare instanceof Value.Items items) {
      ArrayNode array = JSON.createArrayNode();
      items.values().forEach(item -> array.add(of(item, "", holes)));
      return array;
    }
    if (bare instanceof Value.Fields fields) {
      return object(fields, without, holes);
    }
    return bare instanceof Value.Unknown
        ? JSON.getNodeFactory().stringNode(UNKNOWN)
        : JSON.getNodeFactory().nullNode();
  }

  /** The object as JSON. */
  static ObjectNode object(Value.Fields fields, String without, boolean holes) {
    ObjectNode object = JSON.createObjectNode();
    for (Map.Entry<String, Value> field : fields.values().entrySet()) {
      if (!field.getKey().equals(without)) {
        object.set(field.getKey(), of(field.getValue(), "", holes));
      }
    }
    return object;
  }
}
