package io.cellwall.fleet.blast;

import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import io.cellwall.regions.model.BlastBudget;
import io.cellwall.regions.model.Failure;
import java.util.List;
import java.util.Optional;

/** The budgets that a blast radius exceeds. */
public final class BudgetFindings {

  private static final String RULE = "BlastRadiusAboveBudget";

  /** The ids of what is looked for. */
  static final List<String> RULES = List.of(RULE);

  private BudgetFindings() {}

  /** A violation for each budget that is exceeded; undecided if only what was not decided does. */
  public static List<Finding> of(BlastRadius radius, List<BlastBudget> budgets) {
    return budgets.stream()
        .filter(budget -> exceeds(radius, budget))
        .map(budget -> finding(radius, budget))
        .sorted()
        .toList();
  }

  private static boolean exceeds(BlastRadius radius, BlastBudget budget) {
    return radius.share(budget.failure()).compareTo(budget.most()) > 0;
  }

  private static Finding finding(BlastRadius radius, BlastBudget budget) {
    Failure failure = budget.failure();
    List<Reach> above =
        radius.row(failure).reaches().stream()
            .filter(
                reach -> radius.population().share(reach.reached()).compareTo(budget.most()) > 0)
            .toList();
    Reach worst = above.get(0);
    boolean undecided = above.stream().allMatch(Reach::isUndecided);
    return new Finding(
        RULE,
        undecided ? Severity.UNDECIDED : Severity.VIOLATION,
        "fleet/blastRadius/" + failure.key(),
        "%s can reach %s of the users: %s; the budget is %s%s"
            .formatted(
                failure.label(),
                radius.share(failure),
                worst.what(),
                budget.most(),
                undecided ? ". Undecided: " + String.join("; ", worst.undecided()) : ""),
        "Put something against it that its path shows to be missing, spread the users over more"
            + " cells, or write "
            + failure.key()
            + ": "
            + radius.share(failure)
            + " if that is what you accept.",
        worst.path(),
        Optional.of(budget.source()));
  }
}
