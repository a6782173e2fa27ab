package io.cellwall.fleet.quotas;

import io.cellwall.fleet.change.danger.DangerRule;
import io.cellwall.fleet.change.danger.FleetDelta;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.quotas.ApprovedQuotas;
import io.cellwall.regions.quotas.QuotaComparison;
import io.cellwall.regions.quotas.QuotaTable;
import java.util.List;

/** An account of a stack that changes needs more than AWS has granted it. */
public final class QuotaExceeded implements DangerRule {

  @Override
  public String reason() {
    return "The deployment stops half-way where AWS refuses: have the quota raised first.";
  }

  @Override
  public List<Finding> inFleet(FleetDelta delta) {
    QuotaComparison comparison =
        new QuotaComparison(QuotaTable.published(), ApprovedQuotas.of(delta.after()));
    QuotaReport report = QuotaReport.of(delta.graphs().get(), comparison);
    return report.findings().stream()
        .map(
            each ->
                danger(
                    each.subject(),
                    each.message() + "; " + each.hint(),
                    delta.places().apply(file(report, each))))
        .toList();
  }

  // Where the grant would be recorded; for an account that has no such place, the fleet's file.
  private static String file(QuotaReport report, Finding finding) {
    return report.verdicts().stream()
        .filter(verdict -> verdict.finding().filter(finding::equals).isPresent())
        .flatMap(verdict -> verdict.place().stream())
        .map(place -> place.substring(0, place.indexOf(',')))
        .findFirst()
        .orElse("fleet.yaml");
  }
}
