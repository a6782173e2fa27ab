package io.cellwall.tests.mutants;

import io.cellwall.policies.graph.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * Values of a YAML document as the graph has them: {@code ${unknown}} alone is not known yet, and
 * an object with the key {@code $json} is the text of what stands there, such as a policy.
 */
final class Values {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String UNKNOWN = "${unknown}";

  private final Placeholders placeholders;

  Values(Placeholders placeholders) {
    this.placeholders = placeholders;
  }

  Value.Fields fields(Map<String, Object> map) {
    TreeMap<String, Value> fields = new TreeMap<>();
    map.forEach((key, value) -> fields.put(placeholders.fill(key), value(value)));
    return new Value.Fields(fields);
  }

  private Value value(Object written) {
    if (written instanceof Map<?, ?> map) {
      Object document = map.get("$json");
      if (document != null) {
        return new Value.Text(JSON.writeValueAsString(filled(document)));
      }
      Object secret = map.get("$secret");
      if (secret != null) {
        return new Value.Secret(value(secret));
      }
      return fields(Yaml.map(map));
    }
    if (written instanceof List<?> list) {
      return new Value.Items(list.stream().map(each -> value((Object) each)).toList());
    }
    if (written instanceof Boolean bool) {
      return new Value.Bool(bool);
    }
    if (written instanceof Number number) {
      return new Value.Numeric(new BigDecimal(number.toString()));
    }
    return written.equals(UNKNOWN)
        ? new Value.Unknown()
        : new Value.Text(placeholders.fill(written.toString()));
  }

  private Object filled(Object written) {
    if (written instanceof Map<?, ?>) {
      TreeMap<String, Object> map = new TreeMap<>();
      Yaml.map(written).forEach((key, value) -> map.put(placeholders.fill(key), filled(value)));
      return map;
    }
    if (written instanceof List<?> list) {
      return list.stream().map(each -> filled((Object) each)).toList();
    }
    return written instanceof String text ? placeholders.fill(text) : written;
  }
}
