package io.cellwall.policies.graph.change;

import io.cellwall.policies.graph.Value;
import io.cellwall.policies.ownership.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One property that differs, as people see it.
 *
 * <p>Where a text holds JSON on both sides, such as a policy, the properties are those inside. A
 * value is shown as {@link ShownValue} has it: never a secret.
 *
 * @param path as {@link Value.Visitor} writes paths; of a list, the place of what goes away in the
 *     list as it was, else in the list as it becomes
 * @param before empty where the property is new
 * @param after empty where it goes away
 */
public record PropertyDifference(String path, Optional<String> before, Optional<String> after) {

  /** The properties that differ, in the order of their paths. */
  public static List<PropertyDifference> of(ValueChange change) {
    Collector collector = new Collector();
    collector.change("", change);
    return List.copyOf(collector.found);
  }

  /** Every property of an object as one that is new; an object inside as a whole. */
  public static List<PropertyDifference> ofNew(Value.Fields fields) {
    return fields.values().entrySet().stream()
        .map(
            each ->
                new PropertyDifference(
                    Value.Fields.step("", each.getKey()),
                    Optional.empty(),
                    Optional.of(ShownValue.of(each.getValue()))))
        .toList();
  }

  /** As a sentence goes on: {@code cidrBlock is 10.1.0.0/16, and was left out}. */
  public String words() {
    return "%s is %s, and was %s"
        .formatted(path, after.orElse("left out"), before.orElse("left out"));
  }

  /** The input that it is in, without the way inside it. */
  public String input() {
    return Value.Fields.first(path);
  }

  private static final class Collector {

    private final List<PropertyDifference> found = new ArrayList<>();

    private void change(String path, ValueChange change) {
      if (change instanceof ValueChange.OfFields fields) {
        for (Map.Entry<String, ValueChange> each : fields.changes().entrySet()) {
          change(Value.Fields.step(path, each.getKey()), each.getValue());
        }
      } else if (change instanceof ValueChange.OfItems items) {
        items(path, items.edits());
      } else if (change instanceof ValueChange.Whole whole) {
        whole(path, whole);
      }
    }

    private void items(String path, List<ValueChange.Edit> edits) {
      int shift = 0;
      for (ValueChange.Edit edit : edits) {
        int place = edit.isGone() ? edit.at() : edit.at() + shift;
        change(path + "[" + place + "]", edit.change());
        shift += edit.isNew() ? 1 : edit.isGone() ? -1 : 0;
      }
    }

    private void whole(String path, ValueChange.Whole whole) {
      Optional<Value> before = whole.before().flatMap(Collector::document);
      Optional<Value> after = whole.after().flatMap(Collector::document);
      if (before.isPresent() && after.isPresent() && !before.equals(after)) {
        ValueDifference.between(before, after).ifPresent(inside -> change(path, inside));
        return;
      }
      if (whole.before().isPresent() && whole.after().isPresent()) {
        ShownValue.Pair pair = ShownValue.pair(whole.before().get(), whole.after().get());
        found.add(
            new PropertyDifference(path, Optional.of(pair.before()), Optional.of(pair.after())));
      } else {
        found.add(
            new PropertyDifference(
                path, whole.before().map(ShownValue::of), whole.after().map(ShownValue::of)));
      }
    }

    private static Optional<Value> document(Value value) {
      return value instanceof Value.Text text ? JsonText.parse(text.value()) : Optional.empty();
    }
  }
}
