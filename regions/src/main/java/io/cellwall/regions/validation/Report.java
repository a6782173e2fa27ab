package io.cellwall.regions.validation;

import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import io.cellwall.regions.finding.Source;
import io.cellwall.regions.written.Field;
import io.cellwall.regions.written.WrittenFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what one rule finds. */
final class Report {

  private final String rule;
  private final List<Finding> findings = new ArrayList<>();

  Report(String rule) {
    this.rule = rule;
  }

  /** Reports that the rule is broken, at the place of a field. */
  void violation(WrittenFile<?, ?> file, Field<?> at, String message, String hint) {
    add(Severity.VIOLATION, file.subject(), message, hint, Optional.of(at.source()));
  }

  /** Reports what is legal, but somebody should look at. */
  void warning(WrittenFile<?, ?> file, Field<?> at, String message, String hint) {
    add(Severity.WARNING, file.subject(), message, hint, Optional.of(at.source()));
  }

  /** Reports that it cannot be decided whether the rule is broken, which blocks too. */
  void undecided(WrittenFile<?, ?> file, Field<?> at, String message, String hint) {
    add(Severity.UNDECIDED, file.subject(), message, hint, Optional.of(at.source()));
  }

  /** Reports that the rule itself failed, which decides nothing and so blocks. */
  void failed(RuntimeException failure) {
    add(
        Severity.UNDECIDED,
        "inventory",
        "the rule failed: " + failure,
        "This is a defect of the rule; please report it.",
        Optional.empty());
  }

  private void add(
      Severity severity, String subject, String message, String hint, Optional<Source> source) {
    findings.add(new Finding(rule, severity, subject, message, hint, List.of(), source));
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }
}
