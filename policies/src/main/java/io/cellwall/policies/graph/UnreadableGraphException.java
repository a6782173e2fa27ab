package io.cellwall.policies.graph;

/**
 * A file from which no graph could be read. The message names the file, the place in it, what is
 * there and what must be.
 */
public final class UnreadableGraphException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnreadableGraphException(String file, String problem) {
    super(file + ": " + problem);
  }

  public UnreadableGraphException(String file, String problem, Throwable cause) {
    super(file + ": " + problem, cause);
  }
}
