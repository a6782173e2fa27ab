package io.cellwall.policies.pulumi;

import io.cellwall.policies.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A provider's inputs with their structure back.
 *
 * <p>The engine takes nothing but strings from a provider's configuration, so the SDK writes lists,
 * objects and booleans as JSON inside a string: {@code allowedAccountIds} is {@code
 * "[\"111122223333\"]"}.
 */
public final class ProviderInputs {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private ProviderInputs() {}

  /** The inputs, with what is JSON inside a string decoded. */
  public static Value.Fields decode(Value.Fields inputs) {
    Map<String, Value> decoded = new TreeMap<>();
    inputs.values().forEach((key, value) -> decoded.put(key, decode(value)));
    return Value.Fields.of(decoded);
  }

  static Value decode(Value value) {
    if (value instanceof Value.Secret secret) {
      return new Value.Secret(decode(secret.value()));
    }
    if (!(value instanceof Value.Text text) || !isEncoded(text.value())) {
      return value;
    }
    try {
      return value(JSON.readTree(text.value()));
    } catch (JacksonException e) {
      // A plain string that merely begins like JSON.
      return value;
    }
  }

  private static boolean isEncoded(String text) {
    return text.startsWith("[")
        || text.startsWith("{")
        || text.equals("true")
        || text.equals("false");
  }

  private static Value value(JsonNode json) {
    if (json.isObject()) {
      Map<String, Value> fields = new TreeMap<>();
      json.properties().forEach(entry -> fields.put(entry.getKey(), value(entry.getValue())));
      return WireValues.special(Value.Fields.of(fields));
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
    return json.isNull()
        ? new Value.Null()
        : json.stringValue().equals(WireValues.UNKNOWN)
            ? new Value.Unknown()
            : new Value.Text(json.stringValue());
  }
}
