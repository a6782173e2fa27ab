package io.cellwall.policies.ownership;

import io.cellwall.policies.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON document inside a text, such as a policy. */
public final class JsonText {

  /** The longest text that is read, in characters; AWS's own limits for what is JSON are lower. */
  public static final int LONGEST = 1 << 20;

  /** How deep a document may be nested; IAM's own, the deepest that matter here, have 6 levels. */
  public static final int DEEPEST = 100;

  private static final Pattern POLICY = Pattern.compile("(?i:.*policy[^.\\[]*(?:document)?)");

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private JsonText() {}

  /** The document; empty if the text is no JSON object or list, or one that cannot be read. */
  public static Optional<Value> parse(String text) {
    if (!looksLikeOne(text) || text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(value(JSON.readTree(text)));
    } catch (JacksonException e) {
      // Begins like JSON and is not: read as any other text.
      return Optional.empty();
    }
  }

  /**
   * Why a text cannot be read; empty if it can be, or need not be.
   *
   * @param property where it stands: a policy must be JSON, anything else may merely begin like it
   */
  public static Optional<String> problem(String property, String text) {
    if (text.length() > LONGEST) {
      return Optional.of(
          "has " + text.length() + " characters; it must have at most " + LONGEST + " to be read");
    }
    if (!looksLikeOne(text)) {
      return Optional.empty();
    }
    try {
      JSON.readTree(text);
      return Optional.empty();
    } catch (StreamConstraintsException e) {
      return Optional.of(
          "is JSON nested too deep, or with too long a number; it must have at most "
              + DEEPEST
              + " levels to be read");
    } catch (JacksonException e) {
      if (String.valueOf(e.getOriginalMessage()).startsWith("Duplicate")) {
        return Optional.of("is JSON that has a key twice; it must have each key once");
      }
      return POLICY.matcher(property).matches()
          ? Optional.of("begins like JSON and is not; it must be a policy document")
          : Optional.empty();
    }
  }

  private static boolean looksLikeOne(String text) {
    String start = text.stripLeading();
    return start.startsWith("{") || start.startsWith("[");
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
