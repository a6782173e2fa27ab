package io.cellwall.policies.network.path;

import java.util.Optional;

/** Whether packets of one stack get to another. */
public sealed interface Verdict {

  /**
   * None does, but for what the inventory declares.
   *
   * @param why what the proof rests on
   * @param declared a path through a declared connector, if there is one
   */
  record Proven(String why, Optional<Witness> declared) implements Verdict {}

  /**
   * One does.
   *
   * @param witness a packet, and what it passes
   */
  record Path(Witness witness) implements Verdict {}

  /**
   * It depends on something that the graphs do not say.
   *
   * @param why what they do not say
   * @param possible a path, should it turn out badly
   */
  record Undecided(String why, Optional<Witness> possible) implements Verdict {}

  /** Whether it is proven that no packet gets there. */
  default boolean isProven() {
    return this instanceof Proven;
  }
}
