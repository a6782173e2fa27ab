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
    return split(arn).filter(ArnParts::hasFixedHead);
  }

  static boolean hasFixedHead(Glob[] parts) {
    for (int i = 0; i < PARTS - 1; i++) {
      if (!parts[i].isLiteral()) {
        return false;
      }
    }
    return true;
  }
}
