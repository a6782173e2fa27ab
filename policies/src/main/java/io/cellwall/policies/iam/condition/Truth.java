package io.cellwall.policies.iam.condition;

import java.util.stream.Stream;

/** Whether something holds, over all requests that what is known leaves open. */
public enum Truth {
  /** In each of them. */
  ALWAYS,
  /** In some, or it cannot be told. */
  SOMETIMES,
  /** In none. */
  NEVER;

  /** The contrary. */
  public Truth negated() {
    return this == SOMETIMES ? SOMETIMES : this == ALWAYS ? NEVER : ALWAYS;
  }

  /** True or false. */
  public static Truth of(boolean value) {
    return value ? ALWAYS : NEVER;
  }

  /** Whether all hold at once; of none, always. */
  public static Truth all(Stream<Truth> truths) {
    return truths.reduce(ALWAYS, (a, b) -> a.compareTo(b) >= 0 ? a : b);
  }

  /** Whether one of them holds; of none, never. */
  public static Truth any(Stream<Truth> truths) {
    return truths.reduce(NEVER, (a, b) -> a.compareTo(b) <= 0 ? a : b);
  }

  /** Whether it holds in each of the cases, in some or in none; the cases are not empty. */
  public static Truth overCases(Stream<Truth> cases) {
    return cases.reduce((a, b) -> a == b ? a : SOMETIMES).orElse(SOMETIMES);
  }
}
