package io.cellwall.regions.reading;

import io.cellwall.regions.finding.Source;
import io.cellwall.regions.written.Field;
import io.cellwall.regions.written.Scalar;
import io.cellwall.regions.written.Shape;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Binds scalars: text that is text in YAML too, and whole numbers. */
final class ScalarBinder {

  private static final Pattern WHOLE_NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");

  private static final Set<Tag> CORE = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL);

  private final Problems problems;

  ScalarBinder(Problems problems) {
    this.problems = problems;
  }

  Field<?> text(Scalar<?> type, Node node, String path) {
    Source source = YamlTree.sourceOf(node, problems);
    if (!(node instanceof ScalarNode scalar) || isEmpty(node)) {
      wrongType(node, path, "text");
      return Field.broken(source);
    }
    if (isTagged(node)) {
      problems.add(
          "WrongType",
          source,
          path
              + " has the tag "
              + Printable.of(node.getTag().getValue())
              + "; tags are not allowed",
          "Remove the tag.");
      return Field.broken(source);
    }
    String text = scalar.getValue();
    if (!Printable.isPrintable(text)) {
      problems.add(
          "WrongValue",
          source,
          path + " \"" + Printable.of(text) + "\" is too long or has control characters",
          "Write plain text of at most 253 characters.");
      return Field.broken(source);
    }
    return parse(type, scalar, path);
  }

  private Field<?> parse(Scalar<?> type, ScalarNode node, String path) {
    Source source = YamlTree.sourceOf(node, problems);
    String text = node.getValue();
    Object value;
    try {
      value = type.parser().apply(text);
    } catch (IllegalArgumentException e) {
      problems.add(
          "WrongValue",
          source,
          path + " " + e.getMessage(),
          Spelling.nearest(text, type.choices())
              .map(choice -> "Did you mean " + choice + "?")
              .orElse("Write another value."));
      return Field.broken(source);
    }
    if (!node.getTag().equals(Tag.STR)) {
      // 012345678901 is a number in YAML and loses its zero in most tools.
      problems.add(
          "WrongType",
          source,
          path + " " + text + " is " + noun(node) + " in YAML; it must be text",
          "Write it in quotes: \"" + text + "\".");
    }
    return Field.of(value, source);
  }

  Field<Long> number(Shape.WholeNumber shape, Node node, String path) {
    Source source = YamlTree.sourceOf(node, problems);
    if (!(node instanceof ScalarNode scalar) || isEmpty(node)) {
      wrongType(node, path, shape.noun());
      return Field.broken(source);
    }
    String text = scalar.getValue();
    if (!scalar.getTag().equals(Tag.INT)
        || scalar.getScalarStyle() != ScalarStyle.PLAIN
        || !WHOLE_NUMBER.matcher(text).matches()) {
      problems.add(
          "WrongType",
          source,
          path + " \"" + Printable.of(text) + "\" must be a whole number",
          "Write digits only, without quotes, such as 60000.");
      return Field.broken(source);
    }
    long value = Long.parseLong(text);
    if (value < shape.min() || value > shape.max()) {
      problems.add(
          "WrongValue",
          source,
          "%s is %d; it must be %d to %d".formatted(path, value, shape.min(), shape.max()),
          "Write another number.");
      return Field.broken(source);
    }
    return Field.of(value, source);
  }

  void wrongType(Node node, String path, String expected) {
    problems.add(
        "WrongType",
        YamlTree.sourceOf(node, problems),
        path + " is " + noun(node) + "; it must be " + expected,
        "Write " + expected + " here.");
  }

  private static boolean isTagged(Node node) {
    return !CORE.contains(node.getTag());
  }

  private static boolean isEmpty(Node node) {
    return node.getTag().equals(Tag.NULL);
  }

  private static String noun(Node node) {
    if (isEmpty(node)) {
      return "empty";
    }
    if (node instanceof ScalarNode) {
      return Optional.of(node.getTag())
          .filter(tag -> tag.equals(Tag.INT) || tag.equals(Tag.FLOAT))
          .map(tag -> "a number")
          .orElseGet(() -> node.getTag().equals(Tag.BOOL) ? "true or false" : "text");
    }
    return node instanceof MappingNode ? "a mapping" : "a list";
  }
}
