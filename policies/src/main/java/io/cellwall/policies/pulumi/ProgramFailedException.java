package io.cellwall.policies.pulumi;

import java.util.List;

/** A stack's program failed, so there is no graph of it to judge. */
public final class ProgramFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String stack;
  private final List<String> errors;

  ProgramFailedException(String stack, List<String> errors, Throwable cause) {
    super("the program of stack " + stack + " failed: " + String.join("; ", errors), cause);
    this.stack = stack;
    this.errors = List.copyOf(errors);
  }

  /** The stack whose program failed. */
  public String stack() {
    return stack;
  }

  /** The program's own errors, in the order in which they came, at least one. */
  public List<String> errors() {
    return errors;
  }
}
