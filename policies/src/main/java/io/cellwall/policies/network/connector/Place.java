package io.cellwall.policies.network.connector;

import java.util.Optional;
import java.util.SortedSet;

/** One end of a connector. */
public sealed interface Place {

  /** Part of a stack. */
  record Owned(String stack, String urn) implements Place {}

  /** What no graph has: another's network, by its id, ARN or address. */
  record Foreign(String id) implements Place {}

  /**
   * Whoever acts as a principal.
   *
   * @param principal account id, ARN or {@code *}
   * @param stacks the stacks whose account it is, as far as known
   */
  record Principal(String principal, SortedSet<String> stacks) implements Place {}

  /** Not known yet. */
  record Unknown() implements Place {}

  /** The internet. */
  record Internet() implements Place {}

  /** The stack that it is part of. */
  default Optional<String> owner() {
    return this instanceof Owned owned ? Optional.of(owned.stack()) : Optional.empty();
  }

  /** Whether it lies beyond the wall of a stack. The internet is not looked at this way. */
  default boolean isBeyond(String stack) {
    if (this instanceof Owned owned) {
      return !owned.stack().equals(stack);
    }
    if (this instanceof Principal principal) {
      return !principal.stacks().contains(stack);
    }
    return !(this instanceof Internet);
  }

  /** How to name it to a reader. */
  default String shown() {
    if (this instanceof Owned owned) {
      return owned.stack() + "'s " + owned.urn();
    }
    if (this instanceof Foreign foreign) {
      return foreign.id() + ", which no stack has";
    }
    if (this instanceof Principal principal) {
      return "principal " + principal.principal();
    }
    return this instanceof Internet ? "the internet" : "something not known yet";
  }
}
