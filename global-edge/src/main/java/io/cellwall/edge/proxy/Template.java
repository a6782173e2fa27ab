package io.cellwall.edge.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * A part of Envoy's configuration with holes: texts that hold {@code ${name}}. A text that is
 * nothing but a hole becomes the value as it is, also where that is a number or a list.
 */
final class Template {

  private static final Pattern HOLE = Pattern.compile("\\$\\{([A-Za-z]+)}");
  private static final JsonMapper JSON = new JsonMapper();

  private final Map<String, ?> values;

  private Template(Map<String, ?> values) {
    this.values = values;
  }

  /**
   * A template of this package, filled.
   *
   * @param file its name, without the suffix
   * @throws IllegalArgumentException if it has a hole that the values do not
   */
  static Map<String, Object> fill(String file, Map<String, ?> values) {
    try (InputStream in = Template.class.getResourceAsStream(file + ".json")) {
      if (in == null) {
        throw new IllegalStateException(file + ".json is not beside " + Template.class);
      }
      return new Template(values).object(JSON.readValue(in.readAllBytes(), Map.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Object> object(Map<?, ?> fields) {
    Map<String, Object> filled = new LinkedHashMap<>();
    fields.forEach((key, value) -> filled.put(String.valueOf(key), value(value)));
    return filled;
  }

  private Object value(Object value) {
    if (value instanceof Map<?, ?> fields) {
      return object(fields);
    }
    if (value instanceof List<?> items) {
      return items.stream().map(this::value).toList();
    }
    return value instanceof String text ? text(text) : value;
  }

  private Object text(String text) {
    Matcher whole = HOLE.matcher(text);
    return whole.matches()
        ? of(whole.group(1))
        : HOLE.matcher(text)
            .replaceAll(hole -> Matcher.quoteReplacement(of(hole.group(1)).toString()));
  }

  private Object of(String hole) {
    Object value = values.get(hole);
    if (value == null) {
      throw new IllegalArgumentException("nothing is given for ${" + hole + "}");
    }
    return value;
  }
}
