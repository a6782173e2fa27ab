package io.cellwall.policies.proof.rule;

/** What is proven of a stack. */
public enum Aspect {
  /** No principal from elsewhere may act on what the stack has. */
  ACCESS,
  /** No packet passes between the stack and another. */
  NETWORK,
  /** What the stack holds rests and is processed in its zone. */
  RESIDENCY
}
