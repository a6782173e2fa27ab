package io.cellwall.policies.iam.document;

/**
 * Something in a policy document that cannot be what AWS takes. A document that has one proves
 * nothing.
 *
 * @param document name of the document
 * @param at where in it, such as {@code Statement[2].Condition.StringEquals}
 * @param message what is there and what must be
 */
public record PolicyProblem(String document, String at, String message) {

  /** {@code document: at: message}. */
  @Override
  public String toString() {
    return document + ": " + at + ": " + message;
  }
}
