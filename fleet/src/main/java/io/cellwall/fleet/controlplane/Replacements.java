package io.cellwall.fleet.controlplane;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which changes make CloudFormation replace a resource; {@code replacements.txt}. */
final class Replacements {

  private static final Map<String, Set<String>> PROPERTIES = read();

  private Replacements() {}

  /** What the change of a property does to its resource. */
  static Effect of(String type, String property) {
    Set<String> properties = PROPERTIES.get(type);
    if (properties == null) {
      return Effect.NOT_KNOWN;
    }
    return properties.contains(property) ? Effect.REPLACES : Effect.UPDATES;
  }

  private static Map<String, Set<String>> read() {
    Map<String, Set<String>> properties = new HashMap<>();
    try (InputStream in =
        Objects.requireNonNull(
            Replacements.class.getResourceAsStream("replacements.txt"), "replacements.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().filter(each -> !each.startsWith("#")).toList()) {
        List<String> words = Arrays.asList(line.split(" ", -1));
        properties.put(words.get(0), Set.copyOf(words.subList(1, words.size())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
