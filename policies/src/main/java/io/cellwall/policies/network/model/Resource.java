package io.cellwall.policies.network.model;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;

/**
 * A resource and the stack that declares it. Two are equal if they are the same one.
 *
 * @param stack name of the stack
 * @param node the resource in the stack's graph
 */
public record Resource(String stack, Node node) {

  /** A part of a value, and where it stands in the resource. */
  public record Part(Value value, String property) {

    /** The field of an object; null where there is none, unknown if the object is. */
    public Value field(String name) {
      Value object = bare(value);
      if (object instanceof Value.Fields fields) {
        return bare(fields.values().getOrDefault(name, new Value.Null()));
      }
      return object instanceof Value.Unknown ? object : new Value.Null();
    }

    /** A field as a part of its own. */
    public Part at(String name) {
      return new Part(field(name), property + "." + name);
    }
  }

  /** Its name in the graphs. */
  public String urn() {
    return node.urn();
  }

  /** Its type token. */
  public String type() {
    return node.type();
  }

  /** A property as the program passes it or else as the provider answers; null if neither does. */
  public Value value(String property) {
    Value passed = bare(node.inputs().values().getOrDefault(property, new Value.Null()));
    return passed instanceof Value.Null
        ? bare(node.outputs().values().getOrDefault(property, new Value.Null()))
        : passed;
  }

  /** A property as a part. */
  public Part part(String property) {
    return new Part(value(property), property);
  }

  /** The items of a list, each with its index; an unknown or single value is the only item. */
  public List<Part> parts(String property) {
    return parts(part(property));
  }

  /** The items of a part that is a list; an unknown or single value is the only item. */
  public static List<Part> parts(Part list) {
    Value value = bare(list.value());
    if (value instanceof Value.Null) {
      return List.of();
    }
    if (!(value instanceof Value.Items items)) {
      return List.of(list);
    }
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < items.values().size(); i++) {
      parts.add(new Part(bare(items.values().get(i)), list.property() + "[" + i + "]"));
    }
    return parts;
  }

  /** A property that is a text, number or flag, as text; empty if it is missing or unknown. */
  public Optional<String> text(String property) {
    return text(value(property));
  }

  /** A text, number or flag as text; empty for anything else. */
  public static Optional<String> text(Value value) {
    Value bare = bare(value);
    if (bare instanceof Value.Text text) {
      return Optional.of(text.value());
    }
    if (bare instanceof Value.Numeric number) {
      return Optional.of(plain(number.value()));
    }
    return bare instanceof Value.Bool flag
        ? Optional.of(Boolean.toString(flag.value()))
        : Optional.empty();
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /**
   * Looks through the inputs, at any depth and in their order.
   *
   * @param wanted picks texts, numbers, flags and unknowns by the name of their property and by
   *     their value; a path is made for those only
   * @param found gets the name of the property, and the part
   */
  public void search(BiPredicate<String, Value> wanted, BiConsumer<String, Part> found) {
    node.inputs()
        .values()
        .forEach((name, value) -> search(name, value, new StringBuilder(name), wanted, found));
  }

  private static void search(
      String name,
      Value value,
      StringBuilder path,
      BiPredicate<String, Value> wanted,
      BiConsumer<String, Part> found) {
    int length = path.length();
    Value bare = bare(value);
    if (bare instanceof Value.Fields fields) {
      fields
          .values()
          .forEach(
              (key, field) -> {
                search(key, field, path.append('.').append(key), wanted, found);
                path.setLength(length);
              });
    } else if (bare instanceof Value.Items items) {
      for (int i = 0; i < items.values().size(); i++) {
        Value item = items.values().get(i);
        search(name, item, path.append('[').append(i).append(']'), wanted, found);
        path.setLength(length);
      }
    } else if (!(bare instanceof Value.Null) && wanted.test(name, bare)) {
      found.accept(name, new Part(bare, path.toString()));
    }
  }

  /** Whether a property is known only later. */
  public boolean isUnknown(String property) {
    return value(property) instanceof Value.Unknown;
  }

  /** Whether a flag is set; what is unknown counts as given. */
  public boolean flag(String property, boolean missing, boolean unknown) {
    return flag(value(property), missing, unknown);
  }

  /** Whether a flag is set; what is unknown counts as given. */
  public static boolean flag(Value value, boolean missing, boolean unknown) {
    Value bare = bare(value);
    if (bare instanceof Value.Null) {
      return missing;
    }
    return text(bare).map(Resource::isOn).orElse(unknown);
  }

  // Transit gateways say "enable" and "disable".
  private static boolean isOn(String text) {
    return text.equals("true") || text.equals("enable") || text.equals("enabled");
  }

  /** The value without the wrapper that marks it as a secret. */
  static Value bare(Value value) {
    return value instanceof Value.Secret secret ? bare(secret.value()) : value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Resource resource
        && stack.equals(resource.stack)
        && urn().equals(resource.urn());
  }

  @Override
  public int hashCode() {
    return urn().hashCode();
  }

  @Override
  public String toString() {
    return urn();
  }
}
