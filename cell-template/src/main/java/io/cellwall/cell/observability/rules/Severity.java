package io.cellwall.cell.observability.rules;

import java.util.Locale;

/** Who an alert is for: somebody now, or a queue of work. */
public enum Severity {
  PAGE,
  TICKET;

  /** The alert's label that the alert manager routes by. */
  public static final String LABEL = "severity";

  /** The label's value. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
