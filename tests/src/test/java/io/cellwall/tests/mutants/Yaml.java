package io.cellwall.tests.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the parts of a YAML document. */
final class Yaml {

  private Yaml() {}

  /** A mapping, sorted by key; empty where there is none. */
  static Map<String, Object> map(@Nullable Object value) {
    Map<String, Object> sorted = new TreeMap<>();
    if (value != null) {
      ((Map<?, ?>) value)
          .forEach(
              (key, each) ->
                  sorted.put(
                      key.toString(), Objects.requireNonNull(each, () -> key + " is empty")));
    }
    return sorted;
  }

  /** A list, or a single value as one; empty where there is none. */
  static List<?> list(@Nullable Object value) {
    if (value == null) {
      return List.of();
    }
    return value instanceof List<?> items ? items : List.of(value);
  }

  static Optional<String> text(Map<String, Object> map, String key) {
    return Optional.ofNullable(map.get(key)).map(Object::toString);
  }

  /** Fails for a key that means nothing. */
  static void only(String where, Map<String, Object> map, Set<String> keys) {
    assertThat(keys).as(where).containsAll(map.keySet());
  }
}
