package io.cellwall.fleet.report;

import io.cellwall.fleet.blast.BlastRadius;
import io.cellwall.fleet.blast.Containment;
import io.cellwall.fleet.blast.Reach;
import io.cellwall.regions.model.BlastBudget;
import io.cellwall.regions.model.Failure;
import io.cellwall.regions.model.TenantShare;
import java.util.List;
import java.util.Optional;

/** The blast radius as the page shows it: a row for each kind of failure. */
final class BlastRows {

  private BlastRows() {}

  static List<Page.Blast> of(BlastRadius radius, List<BlastBudget> budgets) {
    return radius.rows().stream().map(row -> row(radius, row, budgets)).toList();
  }

  private static Page.Blast row(
      BlastRadius radius, BlastRadius.Row row, List<BlastBudget> budgets) {
    Failure failure = row.failure();
    Optional<Reach> farthest = row.reaches().stream().findFirst();
    Optional<TenantShare> budget =
        budgets.stream()
            .filter(each -> each.failure() == failure)
            .map(BlastBudget::most)
            .findFirst();
    boolean over = budget.filter(most -> radius.share(failure).compareTo(most) > 0).isPresent();
    return new Page.Blast(
        failure.label(),
        failure.words(),
        Figures.count(radius.users(failure)),
        radius.share(failure).toString(),
        radius.isUndecided(failure),
        radius.zoneShares(failure).entrySet().stream()
            .map(zone -> new Page.Fact(zone.getKey().value(), zone.getValue().toString()))
            .toList(),
        budget.map(TenantShare::toString).orElse("none"),
        over,
        farthest.map(Reach::what).orElse(""),
        farthest.stream()
            .flatMap(reach -> reach.containments().stream())
            .map(Containment::what)
            .distinct()
            .limit(3)
            .toList());
  }
}
