package io.cellwall.policies.graph.change;

import io.cellwall.policies.graph.Value;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds what differs between two values. Never looks into a secret: it differs as a whole or not at
 * all.
 */
public final class ValueDifference {

  private ValueDifference() {}

  /** How the one becomes the other; empty if they are equal. */
  public static Optional<ValueChange> between(Optional<Value> before, Optional<Value> after) {
    if (before.equals(after)) {
      return Optional.empty();
    }
    if (before.isPresent() && after.isPresent()) {
      return Optional.of(between(before.get(), after.get()));
    }
    return Optional.of(new ValueChange.Whole(before, after));
  }

  static ValueChange between(Value before, Value after) {
    if (before instanceof Value.Fields from && after instanceof Value.Fields to) {
      return fields(from, to);
    }
    if (before instanceof Value.Items from && after instanceof Value.Items to) {
      return new ValueChange.OfItems(new ListEdits(from.values(), to.values()).edits());
    }
    return new ValueChange.Whole(Optional.of(before), Optional.of(after));
  }

  private static ValueChange fields(Value.Fields before, Value.Fields after) {
    SortedSet<String> keys = new TreeSet<>(before.values().keySet());
    keys.addAll(after.values().keySet());
    SortedMap<String, ValueChange> changes = new TreeMap<>();
    for (String key : keys) {
      between(
              Optional.ofNullable(before.values().get(key)),
              Optional.ofNullable(after.values().get(key)))
          .ifPresent(change -> changes.put(key, change));
    }
    return new ValueChange.OfFields(changes);
  }
}
