package io.cellwall.regions.finding;

/** How much a finding weighs. Only a warning lets the work go on. */
public enum Severity {
  /** A rule is broken. */
  VIOLATION,
  /** It could not be decided whether a rule is broken; that blocks too. */
  UNDECIDED,
  /** Legal, but somebody should look. */
  WARNING;

  /** Tells whether a finding of this severity stops the work. */
  public boolean blocks() {
    return this != WARNING;
  }
}
