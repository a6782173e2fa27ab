package io.cellwall.fleet.engine;

/** A command of Pulumi failed; the message says which, and what it complained of. */
public final class PulumiFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PulumiFailedException(String message) {
    super(message);
  }
}
