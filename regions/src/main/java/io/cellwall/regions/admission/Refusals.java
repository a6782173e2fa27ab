package io.cellwall.regions.admission;

import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import io.cellwall.regions.finding.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why a descriptor is refused, all of it at once. */
final class Refusals {

  private final String subject;
  private final Source source;
  private final List<Finding> findings = new ArrayList<>();

  /**
   * Nothing yet.
   *
   * @param subject whom the findings are about
   * @param source the descriptor's file
   */
  Refusals(String subject, Source source) {
    this.subject = subject;
    this.source = source;
  }

  /** What the descriptor says of something must be what the inventory says of it. */
  void same(String what, Object says, Object is) {
    if (!says.equals(is)) {
      refuse(
          "DescriptorMismatch",
          "the descriptor's %s is %s; the inventory's is %s".formatted(what, says, is),
          "Find out which stack the descriptor comes from, or build it again from the inventory;"
              + " do not edit the descriptor.");
    }
  }

  void refuse(String rule, String message, String hint) {
    findings.add(
        new Finding(
            rule, Severity.VIOLATION, subject, message, hint, List.of(), Optional.of(source)));
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }
}
