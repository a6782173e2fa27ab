package io.cellwall.policies.iam.principal;

/** From which side something is approached where it cannot be told exactly. */
public enum Polarity {
  /** Everything that may be: what cannot be told counts. */
  OVER,
  /** Only what surely is: what cannot be told does not count. */
  UNDER;

  /** The other side. */
  public Polarity opposite() {
    return this == OVER ? UNDER : OVER;
  }
}
