package io.cellwall.fleet.graph;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A resource with the graph that it is declared in.
 *
 * @param graph its stack's graph
 * @param node the resource
 */
public record Declared(ResourceGraph graph, Node node) {

  /** All resources of a graph; components and providers make nothing and are left out. */
  public static List<Declared> in(ResourceGraph graph) {
    return graph.of(Node.Kind.RESOURCE).stream().map(node -> new Declared(graph, node)).toList();
  }

  /** A text among the inputs; empty where it is absent, unknown or no text. */
  public Optional<String> text(String key) {
    return node.inputs().text(key);
  }

  /** Tells whether an input is this text. */
  public boolean has(String key, String text) {
    return text(key).filter(text::equals).isPresent();
  }

  /** The fields of an input that is an object or a list of one; none where it is absent. */
  public Value.Fields fields(String key) {
    return fields(node.inputs(), key);
  }

  /** The items of an input that is a list; none where it is absent. */
  public List<Value> items(String key) {
    return items(node.inputs(), key);
  }

  /** A number among the inputs. */
  public Optional<BigDecimal> number(String key) {
    return number(node.inputs(), key);
  }

  /** The fields of a value that is an object or a list of one; none where it is absent. */
  public static Value.Fields fields(Value.Fields of, String key) {
    Value value = bare(of, key).orElse(new Value.Null());
    if (value instanceof Value.Items list && list.values().size() == 1) {
      value = list.values().get(0).bare();
    }
    return value instanceof Value.Fields fields ? fields : Value.Fields.none();
  }

  /** The items of a value that is a list; none where it is absent. */
  public static List<Value> items(Value.Fields of, String key) {
    return bare(of, key).orElse(new Value.Null()) instanceof Value.Items list
        ? list.values()
        : List.of();
  }

  /** A number, also where it is written as text. */
  public static Optional<BigDecimal> number(Value.Fields of, String key) {
    Optional<Value> value = bare(of, key);
    if (value.isPresent() && value.get() instanceof Value.Numeric number) {
      return Optional.of(number.value());
    }
    return value
        .filter(Value.Text.class::isInstance)
        .map(text -> ((Value.Text) text).value())
        .filter(text -> text.matches("[0-9]{1,9}"))
        .map(BigDecimal::new);
  }

  /** Tells whether a field is true. */
  public static boolean isTrue(Value.Fields of, String key) {
    return bare(of, key).equals(Optional.of(new Value.Bool(true)));
  }

  /** The first resource of the stack that an input names by its id, ARN or name. */
  public Optional<Declared> referred(String key) {
    return text(key).stream().flatMap(this::named).findFirst();
  }

  /** The resources of the stack that this id, ARN or name stands for. */
  public Stream<Declared> named(String idOrArn) {
    return graph.named(idOrArn).stream().map(found -> new Declared(graph, found));
  }

  private static Optional<Value> bare(Value.Fields of, String key) {
    return Optional.ofNullable(of.values().get(key)).map(Value::bare);
  }
}
