package io.cellwall.regions.finding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
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
 * @param crossesZone whether the boundary that is crossed is a zone's; that cannot be waived
 */
public record Finding(
    String rule,
    Severity severity,
    String subject,
    String message,
    String hint,
    List<String> path,
    Optional<Source> source,
    boolean crossesZone)
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

  /** A finding that crosses no zone boundary, as far as the rule itself can tell. */
  public Finding(
      String rule,
      Severity severity,
      String subject,
      String message,
      String hint,
      List<String> path,
      Optional<Source> source) {
    this(rule, severity, subject, message, hint, path, source, false);
  }

  /** The same finding, about the boundary of a zone. */
  public Finding acrossZones() {
    return new Finding(rule, severity, subject, message, hint, path, source, true);
  }

  /**
   * Its id: the rule and twelve hexadecimal digits drawn from subject and path, so that the same
   * finding has the same id in every run, and another value at the same place has another id.
   */
  public String id() {
    String what = path.isEmpty() ? message : String.join("\n", path);
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((rule + "\n" + subject + "\n" + what).getBytes(StandardCharsets.UTF_8));
      return rule + "-" + HexFormat.of().formatHex(hash, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
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
