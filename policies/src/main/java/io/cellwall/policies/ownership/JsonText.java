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

/**
 * What is inside a text that may be a JSON document, such as a policy.
 *
 * @param document the document; empty if the text is no JSON object or list, or one that cannot be
 *     read
 * @param problem why it cannot be read; empty if it can be, or need not be
 * @param mayBeText whether the problem is one only where nothing but JSON may stand
 */
public record JsonText(Optional<Value> document, Optional<String> problem, boolean mayBeText) {

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

  private static final JsonText NONE = new JsonText(Optional.empty(), Optional.empty(), false);

  /** Reads a text. */
  public static JsonText read(String text) {
    if (text.length() > LONGEST) {
      return unreadable(
          "has " + text.length() + " characters; it must have at most " + LONGEST + " to be read");
    }
    if (!mayBeIn(text)) {
      return NONE;
    }
    try {
      return new JsonText(Optional.of(value(JSON.readTree(text))), Optional.empty(), false);
    } catch (StreamConstraintsException e) {
      return unreadable(
          "is JSON nested too deep, or with too long a number; it must have at most "
              + DEEPEST
              + " levels to be read");
    } catch (JacksonException e) {
      return String.valueOf(e.getOriginalMessage()).startsWith("Duplicate")
          ? unreadable("is JSON that has a key twice; it must have each key once")
          : new JsonText(
              Optional.empty(),
              Optional.of("begins like JSON and is not; it must be a policy document"),
              true);
    }
  }

  private static JsonText unreadable(String problem) {
    return new JsonText(Optional.empty(), Optional.of(problem), false);
  }

  /** The document in a text; empty if the text is no JSON object or list that can be read. */
  public static Optional<Value> parse(String text) {
    return read(text).document();
  }

  /**
   * Why the text cannot be read; empty if it can be, or need not be.
   *
   * @param property where it stands: a policy must be JSON, anything else may merely begin like it
   */
  public Optional<String> problemAt(String property) {
    return problem.filter(each -> !mayBeText || POLICY.matcher(property).matches());
  }

  /** Tells whether a text begins like JSON. */
  static boolean mayBeIn(String text) {
    int start = 0;
    while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    return text.startsWith("{", start) || text.startsWith("[", start);
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
