package io.cellwall.regions.reading;

import io.cellwall.regions.finding.Source;
import io.cellwall.regions.written.Entry;
import io.cellwall.regions.written.Field;
import io.cellwall.regions.written.Shape;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Binds a YAML tree to a record of fields, by its shape. What is wrong becomes a finding and leaves
 * a broken or missing field; binding goes on.
 */
final class Binder {

  private final Problems problems;
  private final ScalarBinder scalars;

  Binder(Problems problems) {
    this.problems = problems;
    this.scalars = new ScalarBinder(problems);
  }

  /** The file as the record of its shape; every field is broken where the tree is no mapping. */
  Record bind(Shape.Mapping shape, Optional<Node> root) {
    return root.flatMap(node -> mapping(shape, node, "").value()).orElseGet(() -> blank(shape));
  }

  private Record blank(Shape.Mapping shape) {
    Object[] fields = new Object[shape.keys().size()];
    Arrays.fill(fields, Field.broken(problems.whole()));
    return create(shape, fields);
  }

  private Field<?> value(Shape shape, Node node, String path) {
    if (shape instanceof Shape.Text text) {
      return scalars.text(text.scalar(), node, path);
    }
    if (shape instanceof Shape.WholeNumber number) {
      return scalars.number(number, node, path);
    }
    if (shape instanceof Shape.Sequence sequence) {
      return sequence(sequence, node, path);
    }
    if (shape instanceof Shape.Listing listing) {
      return listing(listing, node, path);
    }
    if (shape instanceof Shape.Dictionary dictionary) {
      return dictionary(dictionary, node, path);
    }
    return mapping((Shape.Mapping) shape, node, path);
  }

  private Field<?> sequence(Shape.Sequence shape, Node node, String path) {
    Source source = YamlTree.sourceOf(node, problems);
    if (!(node instanceof SequenceNode list)) {
      scalars.wrongType(node, path, shape.noun());
      return Field.broken(source);
    }
    List<Field<?>> items = new ArrayList<>();
    Set<Object> seen = new HashSet<>();
    for (Node each : list.getValue().stream().limit(shape.max()).toList()) {
      Field<?> item = scalars.text(shape.item().scalar(), each, path);
      if (item.value().isPresent() && !seen.add(item.get())) {
        problems.add(
            "RepeatedItem",
            item.source(),
            path + " lists " + item.get() + " twice",
            "Remove one of them.");
      }
      items.add(item);
    }
    size(list, shape.min(), shape.max(), path);
    return Field.of(List.copyOf(items), source);
  }

  private Field<?> listing(Shape.Listing shape, Node node, String path) {
    Source source = YamlTree.sourceOf(node, problems);
    if (!(node instanceof SequenceNode list)) {
      scalars.wrongType(node, path, shape.noun());
      return Field.broken(source);
    }
    List<Field<Record>> items = new ArrayList<>();
    for (Node each : list.getValue().stream().limit(shape.max()).toList()) {
      items.add(mapping(shape.item(), each, path + "[" + items.size() + "]"));
    }
    size(list, shape.min(), shape.max(), path);
    return Field.of(List.copyOf(items), source);
  }

  private void size(SequenceNode list, int min, int max, String path) {
    int size = list.getValue().size();
    if (size < min || size > max) {
      problems.add(
          "WrongNumberOfItems",
          YamlTree.sourceOf(list, problems),
          "%s lists %d; it must list %d to %d".formatted(path, size, min, max),
          "Add or remove items.");
    }
  }

  private Field<?> dictionary(Shape.Dictionary shape, Node node, String path) {
    Source source = YamlTree.sourceOf(node, problems);
    if (!(node instanceof MappingNode mapping)) {
      scalars.wrongType(node, path, shape.noun());
      return Field.broken(source);
    }
    List<Entry<?, ?>> entries = new ArrayList<>();
    Map<String, Node> seen = new HashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      Node keyNode = tuple.getKeyNode();
      Field<?> key = scalars.text(shape.key().scalar(), keyNode, "a key of " + path);
      String name = keyNode instanceof ScalarNode scalar ? Printable.of(scalar.getValue()) : "?";
      Node first = seen.putIfAbsent(name, keyNode);
      if (first == null) {
        Field<?> value = value(shape.value(), tuple.getValueNode(), path + "." + name);
        entries.add(new Entry<>(key, value));
      } else {
        KeyMatch.duplicate(keyNode, first, name, problems);
      }
    }
    if (entries.isEmpty()) {
      problems.add(
          "WrongNumberOfItems",
          source,
          path + " is empty; it must have one key or more",
          "Add one.");
    }
    return Field.of(List.copyOf(entries), source);
  }

  private Field<Record> mapping(Shape.Mapping shape, Node node, String path) {
    Source source = YamlTree.sourceOf(node, problems);
    if (!(node instanceof MappingNode mapping)) {
      scalars.wrongType(node, path.isEmpty() ? "the file" : path, shape.noun());
      return Field.broken(source);
    }
    Map<String, Node> values = new KeyMatch(shape, path, problems).match(mapping);
    Object[] fields = new Object[shape.keys().size()];
    for (int i = 0; i < fields.length; i++) {
      Shape.Key key = shape.keys().get(i);
      Node value = values.get(key.name());
      fields[i] =
          value == null
              ? Field.missing(source)
              : value(key.shape(), value, KeyMatch.pathOf(path, key.name()));
    }
    return Field.of(create(shape, fields), source);
  }

  private static Record create(Shape.Mapping shape, Object[] fields) {
    try {
      Class<?>[] types = new Class<?>[fields.length];
      Arrays.fill(types, Field.class);
      Constructor<? extends Record> constructor = shape.type().getDeclaredConstructor(types);
      return constructor.newInstance(fields);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(shape.type() + " is not a record of fields", e);
    }
  }
}
