package io.cellwall.fleet.doctor;

import java.util.List;

/**
 * Something that is wrong with a stack.
 *
 * @param kind what kind of thing
 * @param subject the resource's name, or what else is meant
 * @param what what is wrong
 * @param decide what only a person can find out or choose, and how; empty if nothing
 */
public record Ailment(Kind kind, String subject, String what, List<String> decide) {

  /** What can be wrong. */
  public enum Kind {
    /** The engine was stopped while it did something, and does not know whether it is done. */
    PENDING_OPERATION,
    /** An update holds the stack, or held it when it was killed. */
    LOCK,
    /** AWS has it, and the state has not. */
    ORPHAN,
    /** AWS has it twice or more often; the state knows one at most. */
    DOUBLED,
    /** The state has it, and AWS has not. */
    GONE,
    /** It exists, and never became ready. */
    UNREADY,
    /** It was replaced, and what it was is still there. */
    CONDEMNED
  }

  public Ailment {
    decide = List.copyOf(decide);
  }
}
