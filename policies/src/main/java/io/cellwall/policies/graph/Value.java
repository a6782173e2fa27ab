package io.cellwall.policies.graph;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A value of a resource's property, as infrastructure tools have them: JSON's kinds, and two more.
 *
 * <ul>
 *   <li>{@link Unknown}: known only once the resources it derives from exist;
 *   <li>{@link Secret}: known, to be judged like any other, never to be shown.
 * </ul>
 */
public sealed interface Value {

  /** Shows this value, and everything inside it, to the visitor. */
  void walk(String path, boolean secret, Visitor visitor);

  /** Tells whether this value, or something inside it, must never be shown. */
  default boolean hasSecrets() {
    return false;
  }

  /** This value without the secrecy around it. */
  default Value bare() {
    return this;
  }

  /**
   * Gets each scalar of a value, at any depth, through secrets.
   *
   * <p>A path is the property's as Pulumi writes it: {@code ingress[0].cidrBlocks[1]}; a key that
   * is no plain word stands in quotes: {@code tags["a.b"]}. What is secret must never be shown.
   */
  interface Visitor {

    /** A text. */
    void text(String path, String text, boolean secret);

    /** A number. */
    default void number(String path, BigDecimal number, boolean secret) {}

    /** A key of an object; its own path. */
    default void key(String path, String key) {}

    /** A place whose value is not known yet. */
    default void unknown(String path) {}
  }

  /** Text. */
  record Text(String value) implements Value {
    @Override
    public void walk(String path, boolean secret, Visitor visitor) {
      visitor.text(path, value, secret);
    }
  }

  /** A number; 1 and 1.0 are the same. */
  record Numeric(BigDecimal value) implements Value {
    public Numeric {
      value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    @Override
    public void walk(String path, boolean secret, Visitor visitor) {
      visitor.number(path, value, secret);
    }
  }

  /** True or false. */
  record Bool(boolean value) implements Value {
    @Override
    public void walk(String path, boolean secret, Visitor visitor) {}
  }

  /** An explicit null. */
  record Null() implements Value {
    @Override
    public void walk(String path, boolean secret, Visitor visitor) {}
  }

  /** Values in order. */
  record Items(List<Value> values) implements Value {
    public Items {
      values = List.copyOf(values);
    }

    @Override
    public boolean hasSecrets() {
      return values.stream().anyMatch(Value::hasSecrets);
    }

    @Override
    public void walk(String path, boolean secret, Visitor visitor) {
      for (int i = 0; i < values.size(); i++) {
        values.get(i).walk(path + "[" + i + "]", secret, visitor);
      }
    }
  }

  /** Values by key, sorted by key. */
  record Fields(SortedMap<String, Value> values) implements Value {
    public Fields {
      values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** No fields at all. */
    public static Fields none() {
      return new Fields(new TreeMap<>());
    }

    /** Fields of these entries. */
    public static Fields of(Map<String, ? extends Value> values) {
      return new Fields(new TreeMap<>(values));
    }

    /** The text of a field, secret or not; empty where it is absent, unknown or no text. */
    public Optional<String> text(String key) {
      Value value = values.get(key);
      return value != null && value.bare() instanceof Text text
          ? Optional.of(text.value())
          : Optional.empty();
    }

    @Override
    public boolean hasSecrets() {
      return values.values().stream().anyMatch(Value::hasSecrets);
    }

    @Override
    public void walk(String path, boolean secret, Visitor visitor) {
      values.forEach(
          (key, value) -> {
            String step = step(path, key);
            visitor.key(step, key);
            value.walk(step, secret, visitor);
          });
    }

    /** The path of a field, as {@link Visitor} writes it; the path of the object may be empty. */
    public static String step(String path, String key) {
      if (!isPlain(key)) {
        return path + "[\"" + key + "\"]";
      }
      return path.isEmpty() ? key : path + "." + key;
    }

    /** The key that a path, as {@link Visitor} writes it, begins with. */
    public static String first(String path) {
      return path.substring(0, endOfKey(path, 0));
    }

    /** Where the key that begins at a place of a path ends. */
    public static int endOfKey(String path, int from) {
      int end = from;
      while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
        end++;
      }
      return end;
    }

    private static boolean isPlain(String key) {
      for (int i = 0; i < key.length(); i++) {
        char c = key.charAt(i);
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!letter && !(c >= '0' && c <= '9') && c != '_' && c != '-') {
          return false;
        }
      }
      return !key.isEmpty();
    }
  }

  /** Not known yet. */
  record Unknown() implements Value {
    @Override
    public void walk(String path, boolean secret, Visitor visitor) {
      visitor.unknown(path);
    }
  }

  /** A value that must never be shown. */
  record Secret(Value value) implements Value {
    @Override
    public boolean hasSecrets() {
      return true;
    }

    @Override
    public void walk(String path, boolean secret, Visitor visitor) {
      value.walk(path, true, visitor);
    }

    @Override
    public Value bare() {
      return value.bare();
    }

    /** Says that there is a secret, not which. */
    @Override
    public String toString() {
      return "Secret[]";
    }
  }
}
