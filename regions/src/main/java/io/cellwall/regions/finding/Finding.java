package io.cellwall.regions.finding;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One thing that a check found.
 *
 * @param rule id of the rule: the simple name of its class, or its family and that name
 * @param severity how much it weighs
 * @param subject what it is about: a resource's URN, or {@code cells/eu-west-1-cell-03}
 * @param message what the subject is and what it must be
 * @param hint how to fix it, with the command if there is one
 * @param path for a crossing, the way from the resource to what lies beyond the wall; else empty
 * @param source the place in a file, where there is one
 */
public record Finding(
    String rule,
    Severity severity,
    String subject,
    String message,
    String hint,
    List<String> path,
    Optional<Source> source)
    implements Comparable<Finding> {

  /** By place, then subject, then rule, then message: the same findings always print the same. */
  public static final Comparator<Finding> ORDER =
      Comparator.comparing((Finding f) -> f.source().orElse(Source.ofFile("")))
          .thenComparing(Finding::subject)
          .thenComparing(Finding::rule)
          .thenComparing(Finding::message)
          .thenComparing(f -> String.join("\n", f.path()));

  public Finding {
    path = List.copyOf(path);
  }

  /** Tells whether this finding stops the work. */
  public boolean blocks() {
    return severity.blocks();
  }

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }
}
