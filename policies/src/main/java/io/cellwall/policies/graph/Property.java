package io.cellwall.policies.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A property of a node, at any depth.
 *
 * @param path as {@link Value.Visitor} writes paths
 * @param value its value, without the secrecy around it
 * @param secret whether the value must never be shown
 */
public record Property(String path, Value value, boolean secret) {

  /**
   * The properties of this name, one for each item of a list on the way to it.
   *
   * @param name keys with dots between them, without indexes: {@code grants.grantee.uri}
   */
  public static List<Property> at(Node node, String name) {
    List<Property> found = List.of(new Property("", node.inputs(), false));
    for (String key : name.split("\\.", -1)) {
      List<Property> next = new ArrayList<>();
      found.forEach(each -> each.field(key).ifPresent(field -> field.spread(next)));
      found = next;
    }
    return found;
  }

  private Optional<Property> field(String key) {
    if (!(value instanceof Value.Fields fields) || !fields.values().containsKey(key)) {
      return Optional.empty();
    }
    Value field = fields.values().get(key);
    boolean hidden = secret || field instanceof Value.Secret;
    return Optional.of(new Property(path.isEmpty() ? key : path + "." + key, field.bare(), hidden));
  }

  private void spread(List<Property> into) {
    if (value instanceof Value.Items items) {
      for (int i = 0; i < items.values().size(); i++) {
        Value item = items.values().get(i);
        boolean hidden = secret || item instanceof Value.Secret;
        new Property(path + "[" + i + "]", item.bare(), hidden).spread(into);
      }
    } else {
      into.add(this);
    }
  }

  /** A text, a number, true or false as a text; empty where it is none of these or unknown. */
  public Optional<String> scalar() {
    if (value instanceof Value.Text text) {
      return Optional.of(text.value());
    }
    if (value instanceof Value.Bool bool) {
      return Optional.of(String.valueOf(bool.value()));
    }
    return value instanceof Value.Numeric number
        ? Optional.of(number.value().toPlainString())
        : Optional.empty();
  }

  /** The scalar, or a marker where it is secret or no scalar. */
  public String shown() {
    return secret ? "(secret)" : scalar().orElse("(not known)");
  }
}
