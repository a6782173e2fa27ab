package io.cellwall.policies.iam.condition;

import io.cellwall.policies.iam.glob.Glob;
import java.util.List;
import java.util.stream.Stream;

/** What is known of one key of a request's context. A key of which nothing is known has no fact. */
public sealed interface KeyFact {

  /**
   * A key with at most one value.
   *
   * @param values every value it can have
   * @param mayBeAbsent whether the request may lack the key; if there are no values it always does
   */
  record OneOf(List<Glob> values, boolean mayBeAbsent) implements KeyFact {
    public OneOf {
      values = List.copyOf(values);
      if (values.isEmpty() && !mayBeAbsent) {
        throw new IllegalArgumentException("a key without values must be allowed to be absent");
      }
    }
  }

  /**
   * A key with several values at once.
   *
   * @param values exactly what the request has; none: the key is absent
   */
  record Many(List<String> values) implements KeyFact {
    public Many {
      values = List.copyOf(values);
    }
  }

  /** Exactly this value. */
  static KeyFact is(String value) {
    return new OneOf(List.of(Glob.literal(value)), false);
  }

  /** This value, or the key is absent. */
  static KeyFact maybe(String value) {
    return new OneOf(List.of(Glob.literal(value)), true);
  }

  /** One of these values. */
  static KeyFact oneOf(String... values) {
    return new OneOf(Stream.of(values).map(Glob::literal).toList(), false);
  }

  /** The request lacks the key. */
  static KeyFact absent() {
    return new OneOf(List.of(), true);
  }
}
