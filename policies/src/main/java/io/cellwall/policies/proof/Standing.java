package io.cellwall.policies.proof;

/** What a statement comes to, from best to worst. */
public enum Standing {
  /** Nothing speaks against it. */
  PROVEN("proven"),
  /** Nothing speaks against it but that the inventory gives a pair one account. */
  DECLARED("proven but within a pair of one account"),
  /** What speaks against it is waived. */
  WAIVED("waived"),
  /** Something could not be decided; that blocks. */
  UNDECIDED("not proven: undecided"),
  /** There is a witness of the contrary. */
  REFUTED("not proven: refuted");

  private final String words;

  Standing(String words) {
    this.words = words;
  }

  /** For people to read. */
  public String words() {
    return words;
  }

  /** Tells whether the work may go on. */
  public boolean holds() {
    return this == PROVEN || this == DECLARED || this == WAIVED;
  }

  /** The worse of the two. */
  public Standing or(Standing other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
