package io.cellwall.rehearsal.cloud;

/** AWS says no. The message is what the engine shows; it begins with AWS's code of the error. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * A refusal.
   *
   * @param code AWS's code of the error, such as {@code DependencyViolation}
   * @param message what was asked for, why it cannot be, what must be
   */
  public Refusal(String code, String message) {
    super(code + ": " + message);
    this.code = code;
  }

  /** AWS's code of the error. */
  public String code() {
    return code;
  }
}
