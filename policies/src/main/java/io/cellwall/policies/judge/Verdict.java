package io.cellwall.policies.judge;

import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import java.util.Collection;

/** What the findings come to. */
public enum Verdict {
  /** Nothing crosses a wall. */
  PASS,
  /** Something does. */
  VIOLATION,
  /** Nothing was seen to, but not everything could be decided; that blocks too. */
  UNDECIDED;

  /** The verdict on these findings. */
  public static Verdict of(Collection<Finding> findings) {
    if (findings.stream().anyMatch(finding -> finding.severity() == Severity.VIOLATION)) {
      return VIOLATION;
    }
    return findings.stream().anyMatch(Finding::blocks) ? UNDECIDED : PASS;
  }

  /** Tells whether the work may not go on. */
  public boolean blocks() {
    return this != PASS;
  }
}
