package io.cellwall.regions.reading;

import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import io.cellwall.regions.finding.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what is wrong with one file; every line and column counts from 1. */
final class Problems {

  // Nobody reads more of one file, and a broken large file would have tens of thousands.
  private static final int MOST = 101;

  private final String subject;
  private final String file;
  private final List<Finding> findings = new ArrayList<>();

  /**
   * @param subject what findings call the file: {@code cells/eu-west-1-cell-03}
   * @param file the file's path as findings print it
   */
  Problems(String subject, String file) {
    this.subject = subject;
    this.file = file;
  }

  Source whole() {
    return Source.ofFile(file);
  }

  Source at(int line, int column) {
    return new Source(file, line, column);
  }

  /** Tells whether there are so many problems that no more are taken. */
  boolean isFull() {
    return findings.size() >= MOST;
  }

  /** Adds a problem; of a file that has too many, only says so. */
  void add(String rule, Source source, String message, String hint) {
    if (findings.size() < MOST - 1) {
      append(rule, source, message, hint);
    } else if (!isFull()) {
      append(
          "TooManyProblems",
          whole(),
          "has more problems than the " + (MOST - 1) + " that are shown",
          "Write the file anew after another one of its kind.");
    }
  }

  private void append(String rule, Source source, String message, String hint) {
    findings.add(
        new Finding(
            rule, Severity.VIOLATION, subject, message, hint, List.of(), Optional.of(source)));
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }
}
