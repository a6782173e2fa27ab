package io.cellwall.policies.graph;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
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

  /** Text. */
  record Text(String value) implements Value {}

  /** A number. */
  record Numeric(BigDecimal value) implements Value {}

  /** True or false. */
  record Bool(boolean value) implements Value {}

  /** An explicit null. */
  record Null() implements Value {}

  /** Values in order. */
  record Items(List<Value> values) implements Value {
    public Items {
      values = List.copyOf(values);
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
  }

  /** Not known yet. */
  record Unknown() implements Value {}

  /** A value that must never be shown. */
  record Secret(Value value) implements Value {
    /** Says that there is a secret, not which. */
    @Override
    public String toString() {
      return "Secret[]";
    }
  }
}
