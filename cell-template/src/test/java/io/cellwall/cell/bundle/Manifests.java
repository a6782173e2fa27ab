package io.cellwall.cell.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Rendered files, read back. */
final class Manifests {

  private Manifests() {}

  /** The documents of a file of YAML. */
  @SuppressWarnings("unchecked") // a manifest is an object, which YAML reads as a map
  static List<Map<String, Object>> read(String text) {
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(32_000_000).build();
    List<Map<String, Object>> documents = new ArrayList<>();
    new Load(settings)
        .loadAllFromString(text)
        .forEach(
            document -> {
              if (document != null) { // a file may begin with its separator
                documents.add((Map<String, Object>) document);
              }
            });
    return documents;
  }

  /** Every manifest of a bundle: not the values of Helm, which are no manifest. */
  static List<Map<String, Object>> of(PlatformBundle bundle) {
    return bundle.files().entrySet().stream()
        .filter(file -> !file.getKey().endsWith(".values.yaml"))
        .flatMap(file -> read(file.getValue()).stream())
        .toList();
  }

  /** Calls back with the key and the text of every string of a tree. */
  static void walk(String key, Object node, BiConsumer<String, String> each) {
    if (node instanceof Map<?, ?> map) {
      map.forEach(
          (name, value) -> {
            each.accept("(name)", String.valueOf(name));
            walk(String.valueOf(name), value, each);
          });
    } else if (node instanceof List<?> list) {
      list.forEach(item -> walk(key, item, each));
    } else {
      each.accept(key, String.valueOf(node));
    }
  }

  /** {@code Namespace tier-premium}, {@code gateway/Gateway cell}. */
  static String label(Map<String, Object> manifest) {
    Map<?, ?> metadata = (Map<?, ?>) manifest.getOrDefault("metadata", Map.of());
    Object namespace = metadata.get("namespace");
    return (namespace == null ? "" : namespace + "/")
        + manifest.get("kind")
        + " "
        + metadata.get("name");
  }

  /** The map at a path of keys. */
  @SuppressWarnings("unchecked") // the tree is of maps and lists, as read from YAML
  static Map<String, Object> at(Map<String, Object> tree, String... path) {
    Map<String, Object> node = tree;
    for (String step : path) {
      node = (Map<String, Object>) child(node, step);
    }
    return node;
  }

  private static Object child(Map<String, Object> tree, String key) {
    return Objects.requireNonNull(tree.get(key), key);
  }

  /** Sets what lies at a path of keys and list positions. */
  @SuppressWarnings("unchecked") // the tree is of maps and lists, as read from YAML
  static void put(Map<String, Object> manifest, Object value, String... path) {
    Object node = manifest;
    for (String step : List.of(path).subList(0, path.length - 1)) {
      node =
          node instanceof List<?> list
              ? list.get(Integer.parseInt(step))
              : child((Map<String, Object>) node, step);
    }
    ((Map<String, Object>) node).put(path[path.length - 1], value);
  }
}
