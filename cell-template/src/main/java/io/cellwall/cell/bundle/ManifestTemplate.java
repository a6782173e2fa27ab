package io.cellwall.cell.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * YAML documents with places for values.
 *
 * <p>The text is parsed before a value is put in, so a value is always one scalar, or the tree that
 * it is, and can never be read as YAML. A scalar that is nothing but a place takes the value with
 * its type.
 */
final class ManifestTemplate {

  private static final Pattern PLACE = Pattern.compile("\\$\\{([A-Za-z][A-Za-z0-9.-]*)}");

  // The files are this release's, and the same for every cell.
  private static final Map<String, ManifestTemplate> PARSED = new ConcurrentHashMap<>();

  private final String file;
  private final List<Object> documents;

  private ManifestTemplate(String file, List<Object> documents) {
    this.file = file;
    this.documents = documents;
  }

  static ManifestTemplate of(String file) {
    return PARSED.computeIfAbsent(file, ManifestTemplate::parse);
  }

  private static ManifestTemplate parse(String file) {
    List<Object> documents = new ArrayList<>();
    LoadSettings settings = LoadSettings.builder().setLabel("bundle/" + file).build();
    new Load(settings).loadAllFromString(BundleResources.text(file)).forEach(documents::add);
    return new ManifestTemplate(file, List.copyOf(documents));
  }

  /** The documents with their values. */
  List<Object> fill(Map<String, Object> values) {
    return documents.stream().map(document -> filled(document, values)).toList();
  }

  private Object filled(@Nullable Object node, Map<String, Object> values) {
    if (node instanceof Map<?, ?> map) {
      Map<String, Object> copy = new LinkedHashMap<>();
      map.forEach((key, value) -> copy.put(String.valueOf(key), filled(value, values)));
      return copy;
    }
    if (node instanceof List<?> list) {
      return list.stream().map(item -> filled(item, values)).toList();
    }
    if (node instanceof String text) {
      return filled(text, values);
    }
    if (node == null) {
      throw new IllegalStateException("bundle/" + file + ": an empty value: write one, or {}");
    }
    return node;
  }

  private Object filled(String text, Map<String, Object> values) {
    Matcher place = PLACE.matcher(text);
    if (place.matches()) {
      return value(place.group(1), values);
    }
    return place.reset().replaceAll(m -> Matcher.quoteReplacement(scalar(m.group(1), values)));
  }

  private String scalar(String name, Map<String, Object> values) {
    Object value = value(name, values);
    if (value instanceof Map || value instanceof List) {
      throw new IllegalStateException(
          "bundle/" + file + ": ${" + name + "} is a tree: it must stand alone");
    }
    return String.valueOf(value);
  }

  private Object value(String name, Map<String, Object> values) {
    Object value = values.get(name);
    if (value == null) {
      throw new IllegalStateException(
          "bundle/%s: ${%s} is not a value here; there are %s"
              .formatted(file, name, values.keySet().stream().sorted().toList()));
    }
    return value;
  }
}
