package io.cellwall.tests.faults;

import java.util.Locale;

/** What goes wrong at a creation. */
enum FaultKind {
  /** AWS says no. */
  REFUSE(Trace.NONE),
  /** AWS says not so fast, and the provider's retries are used up. */
  THROTTLE(Trace.NONE),
  /** It exists, and never becomes ready; the engine is told so. */
  FAIL_AFTER(Trace.UNREADY),
  /** It exists, and the answer never arrives. */
  LOSE(Trace.STRANGER),
  /** It exists, and the provider died before it could say so. */
  DIE(Trace.STRANGER);

  /** What the fault leaves. */
  enum Trace {
    /** Nothing exists. */
    NONE,
    /** It exists, and the state has it as not ready. */
    UNREADY,
    /** It exists, and the state does not have it: what the engine itself cannot know. */
    STRANGER
  }

  private final Trace trace;

  FaultKind(Trace trace) {
    this.trace = trace;
  }

  Trace trace() {
    return trace;
  }

  /** As faults are written. */
  String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
