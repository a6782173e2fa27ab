package io.cellwall.policies.ownership;

import io.cellwall.policies.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON document inside a text, such as a policy. */
public final class JsonText {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private JsonText() {}

  /** The document; empty if the text is no JSON object or list. */
  public static Optional<Value> parse(String text) {
    String trimmed = text.strip();
    if (!trimmed.startsWith("{") && !trimmed.startsWith("[")) {
      return Optional.empty();
    }
    try {
      return Optional.of(value(JSON.readTree(trimmed)));
    } catch (JacksonException e) {
      // Begins like JSON and is not: read as any other text.
      return Optional.empty();
    }
  }

  private static Value value(JsonNode json) {
    if (json.isObject()) {
      SortedMap<String, Value> fields = new TreeMap<>();
      json.properties().forEach(entry -> fields.put(entry.getKey(), value(entry.getValue())));
      return new Value.Fields(fields);
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
