package io.cellwall.policies.cloudformation;

import io.cellwall.policies.graph.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a text may come to: the texts that are known, and whether a part is not.
 *
 * <p>A text with an unknown part still shows the rest, with {@value #HOLE} in the part's place: a
 * foreign account beside an unknown name is found.
 *
 * @param texts the texts, distinct
 * @param open whether it may be something else
 */
record Options(List<String> texts, boolean open) {

  static final String HOLE = "unresolved";

  /** More than a template in earnest has; beyond, the rest is unknown. */
  private static final int MOST = 64;

  private static final int LONGEST = 1 << 17;

  Options {
    texts = List.copyOf(texts);
  }

  static Options of(String text) {
    return new Options(List.of(text), false);
  }

  static Options unknown() {
    return new Options(List.of(), true);
  }

  /** The texts of a value; a list stands for its items, one of which it is. */
  static Options of(Value value) {
    if (value instanceof Value.Text text) {
      return of(text.value());
    }
    if (value instanceof Value.Numeric number) {
      return of(number.value().toPlainString());
    }
    if (value instanceof Value.Bool bool) {
      return of(String.valueOf(bool.value()));
    }
    if (value instanceof Value.Items items) {
      Set<String> texts = new LinkedHashSet<>();
      boolean open = items.values().isEmpty();
      for (Value item : items.values()) {
        Options options = of(item);
        texts.addAll(options.texts());
        open |= options.open();
      }
      return new Options(texts.stream().limit(MOST).toList(), open || texts.size() > MOST);
    }
    return unknown();
  }

  /** Each of these texts before each of those. */
  Options then(Options next) {
    List<String> starts = texts.isEmpty() ? List.of(HOLE) : texts;
    List<String> ends = next.texts.isEmpty() ? List.of(HOLE) : next.texts;
    Set<String> all = new LinkedHashSet<>();
    boolean cut = false;
    for (String start : starts) {
      for (String end : ends) {
        if (all.size() < MOST && start.length() + end.length() <= LONGEST) {
          all.add(start + end);
        } else {
          cut = true;
        }
      }
    }
    return new Options(List.copyOf(all), open || next.open || cut);
  }

  /** A text, an unknown, or a list of what it may be. */
  Value value() {
    if (texts.size() == 1 && !open) {
      return new Value.Text(texts.get(0));
    }
    if (texts.isEmpty()) {
      return new Value.Unknown();
    }
    List<Value> values = new ArrayList<>();
    texts.forEach(text -> values.add(new Value.Text(text)));
    if (open) {
      values.add(new Value.Unknown());
    }
    return new Value.Items(values);
  }
}
