package io.cellwall.fleet.change.danger;

import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import io.cellwall.regions.finding.Waiver;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A waiver is new, or covers something else or longer than it did. */
final class WaiverAdded implements DangerRule {

  @Override
  public String reason() {
    return "What it covers no longer blocks: whoever approved it must be who may.";
  }

  @Override
  public List<Finding> inFleet(FleetDelta delta) {
    Set<List<Object>> known =
        delta.waiversBefore().stream().map(WaiverAdded::what).collect(Collectors.toSet());
    return delta.waiversAfter().stream()
        .filter(each -> !known.contains(what(each)))
        .map(each -> WaiverAdded.told(this, each, "is waived until " + each.expires()))
        .toList();
  }

  private static List<Object> what(Waiver waiver) {
    return List.of(waiver.scope(), waiver.finding(), waiver.resource(), waiver.expires());
  }

  static Finding told(DangerRule rule, Waiver waiver, String what) {
    return new Finding(
        rule.id(),
        Severity.WARNING,
        waiver.resource(),
        "%s %s, by %s (%s): %s"
            .formatted(waiver.finding(), what, waiver.approver(), waiver.ticket(), waiver.reason()),
        rule.reason(),
        List.of(),
        Optional.of(waiver.source()));
  }
}
