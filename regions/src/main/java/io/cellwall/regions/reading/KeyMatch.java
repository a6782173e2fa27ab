package io.cellwall.regions.reading;

import io.cellwall.regions.finding.Source;
import io.cellwall.regions.written.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Matches the keys of one mapping with those that its shape knows. */
final class KeyMatch {

  private final Shape.Mapping shape;
  private final String path;
  private final Problems problems;
  private final List<String> known;
  private final Map<String, Node> keys = new LinkedHashMap<>();
  private final Map<String, Node> values = new LinkedHashMap<>();

  KeyMatch(Shape.Mapping shape, String path, Problems problems) {
    this.shape = shape;
    this.path = path;
    this.problems = problems;
    this.known = shape.keys().stream().map(Shape.Key::name).toList();
  }

  static String pathOf(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  static void duplicate(Node key, Node first, String name, Problems problems) {
    problems.add(
        "DuplicateKey",
        YamlTree.sourceOf(key, problems),
        "the key \"" + name + "\" is already on line " + YamlTree.sourceOf(first, problems).line(),
        "Keep one of them.");
  }

  /** The value of each known key. A misspelt key counts as the one it must have meant. */
  Map<String, Node> match(MappingNode mapping) {
    List<NodeTuple> unknown = new ArrayList<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String name = nameOf(tuple.getKeyNode());
      if (name == null || !known.contains(name)) {
        unknown.add(tuple);
      } else {
        take(name, tuple);
      }
    }
    unknown.stream().takeWhile(ignored -> !problems.isFull()).forEach(this::unknown);
    Source source = YamlTree.sourceOf(mapping, problems);
    shape.keys().forEach(key -> presence(key, source));
    return values;
  }

  private static @Nullable String nameOf(Node key) {
    return key instanceof ScalarNode scalar ? scalar.getValue() : null;
  }

  private void take(String name, NodeTuple tuple) {
    Node first = keys.putIfAbsent(name, tuple.getKeyNode());
    if (first == null) {
      values.put(name, tuple.getValueNode());
    } else {
      duplicate(tuple.getKeyNode(), first, name, problems);
    }
  }

  private void unknown(NodeTuple tuple) {
    Source source = YamlTree.sourceOf(tuple.getKeyNode(), problems);
    String name = nameOf(tuple.getKeyNode());
    if (name == null) {
      problems.add("UnknownKey", source, "a list or mapping is used as a key", keysHint());
      return;
    }
    List<String> free = known.stream().filter(key -> !keys.containsKey(key)).toList();
    Optional<String> meant = Spelling.nearest(name, free);
    String where = path.isEmpty() ? "" : " in " + path;
    problems.add(
        "UnknownKey",
        source,
        "the key \"" + Printable.of(name) + "\"" + where + " is unknown",
        meant.map(key -> "Did you mean \"" + key + "\"?").orElseGet(this::keysHint));
    meant.ifPresent(key -> take(key, tuple));
  }

  private String keysHint() {
    return "The keys here are " + String.join(", ", known) + ".";
  }

  private void presence(Shape.Key key, Source source) {
    Node written = keys.get(key.name());
    Optional<Boolean> wanted = wanted(key);
    if (written == null && wanted.orElse(false)) {
      problems.add(
          "MissingKey",
          source,
          "the key \"" + pathOf(path, key.name()) + "\" is missing",
          "Add it. " + key.description() + ".");
    }
    if (written != null && key.condition().isPresent() && !wanted.orElse(true)) {
      Shape.Condition condition = key.condition().get();
      problems.add(
          "KeyNotAllowed",
          YamlTree.sourceOf(written, problems),
          "%s is only for %s: %s"
              .formatted(pathOf(path, key.name()), condition.key(), condition.is()),
          "Remove it, or write %s: %s.".formatted(condition.key(), condition.is()));
    }
  }

  // Empty where the key that decides is missing or holds something else than text.
  private Optional<Boolean> wanted(Shape.Key key) {
    if (key.condition().isEmpty()) {
      return Optional.of(key.required());
    }
    Shape.Condition condition = key.condition().get();
    Node deciding = values.get(condition.key());
    return deciding instanceof ScalarNode scalar
        ? Optional.of(scalar.getValue().equals(condition.is()))
        : Optional.empty();
  }
}
