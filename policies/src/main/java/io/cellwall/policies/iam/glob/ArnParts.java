package io.cellwall.policies.iam.glob;

import java.util.Optional;

/** The six parts of an ARN pattern. */
public final class ArnParts {

  private static final int PARTS = 6;

  private ArnParts() {}

  /** The parts, the last with all further colons; none if there are fewer than six. */
  public static Optional<Glob[]> split(Glob arn) {
    Glob[] parts = new Glob[PARTS];
    Glob rest = arn;
    for (int i = 0; i < PARTS - 1; i++) {
      int colon = rest.indexOf(':');
      if (colon < 0) {
        return Optional.empty();
      }
      parts[i] = rest.slice(0, colon);
      rest = rest.slice(colon + 1, rest.length());
    }
    parts[PARTS - 1] = rest;
    return Optional.of(parts);
  }

  /** The parts, if wildcards stand in the last one only, so that none of them can hide a colon. */
  public static Optional<Glob[]> splitWithFixedHead(Glob arn) {
    return split(arn)
        .filter(
            parts -> {
              for (int i = 0; i < PARTS - 1; i++) {
                if (!parts[i].isLiteral()) {
                  return false;
                }
              }
              return true;
            });
  }

  /**
   * Tells, without fail when it says no, whether some ARN of a format is one of the pattern. A
   * format is what AWS publishes: its wildcards stand inside one part each, but for the last part.
   */
  public static boolean mayBeOf(Glob format, Glob arn) {
    Optional<Glob[]> theirs = splitWithFixedHead(arn);
    Optional<Glob[]> ours = split(format);
    if (theirs.isEmpty() || ours.isEmpty()) {
      return format.overlaps(arn);
    }
    for (int i = 0; i < PARTS; i++) {
      if (!ours.get()[i].overlaps(theirs.get()[i])) {
        return false;
      }
    }
    return true;
  }
}
