package io.cellwall.policies.graph.change;

import io.cellwall.policies.graph.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** How one value becomes another. Holds both sides of whatever differs, and nothing else. */
public sealed interface ValueChange {

  /**
   * The value as it becomes; empty where it goes away.
   *
   * @param before the value as it was; empty where it is new
   * @throws IllegalArgumentException if that is not the value that this change was made of
   */
  Optional<Value> applyTo(Optional<Value> before);

  /**
   * One value for another as a whole.
   *
   * @param before empty where the value is new
   * @param after empty where it goes away
   */
  record Whole(Optional<Value> before, Optional<Value> after) implements ValueChange {
    @Override
    public Optional<Value> applyTo(Optional<Value> value) {
      if (!value.equals(before)) {
        throw new IllegalArgumentException("the change is of another value");
      }
      return after;
    }
  }

  /**
   * Some fields of an object.
   *
   * @param changes by key; never empty
   */
  record OfFields(SortedMap<String, ValueChange> changes) implements ValueChange {
    public OfFields {
      changes = Collections.unmodifiableSortedMap(new TreeMap<>(changes));
    }

    @Override
    public Optional<Value> applyTo(Optional<Value> value) {
      if (!(value.orElse(new Value.Null()) instanceof Value.Fields fields)) {
        throw new IllegalArgumentException("the change is of an object");
      }
      SortedMap<String, Value> changed = new TreeMap<>(fields.values());
      for (Map.Entry<String, ValueChange> each : changes.entrySet()) {
        Optional<Value> before = Optional.ofNullable(fields.values().get(each.getKey()));
        each.getValue()
            .applyTo(before)
            .ifPresentOrElse(
                after -> changed.put(each.getKey(), after), () -> changed.remove(each.getKey()));
      }
      return Optional.of(new Value.Fields(changed));
    }
  }

  /**
   * Some items of a list.
   *
   * @param edits in the order of the list; items after the last edit stay
   */
  record OfItems(List<Edit> edits) implements ValueChange {
    public OfItems {
      edits = List.copyOf(edits);
    }

    @Override
    public Optional<Value> applyTo(Optional<Value> value) {
      if (!(value.orElse(new Value.Null()) instanceof Value.Items items)) {
        throw new IllegalArgumentException("the change is of a list");
      }
      List<Value> before = items.values();
      List<Value> after = new ArrayList<>();
      int at = 0;
      for (Edit edit : edits) {
        if (edit.at() < at || edit.at() > before.size()) {
          throw new IllegalArgumentException("the change is of another list");
        }
        after.addAll(before.subList(at, edit.at()));
        at = edit.at();
        Optional<Value> old = Optional.empty();
        if (!edit.isNew()) {
          if (at == before.size()) {
            throw new IllegalArgumentException("the change is of a longer list");
          }
          old = Optional.of(before.get(at));
          at++;
        }
        edit.change().applyTo(old).ifPresent(after::add);
      }
      after.addAll(before.subList(at, before.size()));
      return Optional.of(new Value.Items(after));
    }
  }

  /**
   * What happens at one place of a list.
   *
   * @param at place of the item in the list as it was; a new item goes before it
   * @param change what happens to the item
   */
  record Edit(int at, ValueChange change) {

    /** Whether the item was not there before. */
    public boolean isNew() {
      return change instanceof Whole whole && whole.before().isEmpty();
    }

    /** Whether the item goes away. */
    public boolean isGone() {
      return change instanceof Whole whole && whole.after().isEmpty();
    }
  }
}
