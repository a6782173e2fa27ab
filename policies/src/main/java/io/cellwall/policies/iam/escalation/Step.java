package io.cellwall.policies.iam.escalation;

/**
 * One step by which somebody becomes somebody else, or more than it was.
 *
 * @param from who
 * @param how by what
 * @param to whom it is then
 * @param certain whether AWS would surely allow it; else it could not be decided
 */
public record Step(String from, String how, String to, boolean certain) {

  /** {@code A may sts:AssumeRole and becomes B}. */
  @Override
  public String toString() {
    return from + (certain ? " may " : " perhaps may ") + how + " and becomes " + to;
  }
}
