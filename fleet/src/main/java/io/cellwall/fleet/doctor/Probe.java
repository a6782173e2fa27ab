package io.cellwall.fleet.doctor;

import java.util.Optional;

/**
 * What became of looking for one part.
 *
 * @param part the part's name
 * @param state what was found
 * @param found where, and which version; empty if it is missing
 * @param wanted which versions will do, and what for
 * @param remedy how to get it, or another version of it
 */
record Probe(String part, State state, Optional<String> found, String wanted, String remedy) {

  /** What was found. */
  enum State {
    /** It is there and will do. */
    OK,
    /** Only some things need it, and it is not there. */
    OPTIONAL,
    /** It is not there. */
    MISSING,
    /** It is there, and will not do. */
    UNSUPPORTED
  }

  /** Whether the engine cannot be used as it is. */
  boolean blocks() {
    return state == State.MISSING || state == State.UNSUPPORTED;
  }
}
