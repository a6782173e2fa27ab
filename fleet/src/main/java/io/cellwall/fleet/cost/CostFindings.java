package io.cellwall.fleet.cost;

import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import io.cellwall.regions.model.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What keeps a total from being the whole: never counted as zero. */
public final class CostFindings {

  private CostFindings() {}

  /** What is missing of the estimates. */
  public static List<Finding> of(List<StackCost> costs) {
    List<Finding> findings = new ArrayList<>();
    for (StackCost cost : costs) {
      for (StackCost.Line line : cost.lines()) {
        if (line.monthly().isEmpty()) {
          findings.add(missing(cost, line));
        }
      }
      cost.unknown().forEach((type, count) -> findings.add(unknown(cost, type, count)));
    }
    return findings;
  }

  private static Finding missing(StackCost cost, StackCost.Line line) {
    return undecided(
        "PriceMissing",
        cost,
        "the price of %s in %s is not in the price file; the stack has %s, which the total leaves out"
            .formatted(
                line.price(),
                line.region().map(Region::code).orElse("a region that is not known"),
                line.quantity().toPlainString()),
        "Add it to a price file and name that with --prices; --print-prices prints the one in use.");
  }

  private static Finding unknown(StackCost cost, String type, long count) {
    return undecided(
        "ChargeUnknown",
        cost,
        "nobody has described what %s is charged for; the stack has %d, which the total leaves out"
            .formatted(type, count),
        "Describe it in io.cellwall.fleet.cost.Charges.");
  }

  private static Finding undecided(String rule, StackCost cost, String message, String hint) {
    return new Finding(
        rule, Severity.UNDECIDED, cost.stack(), message, hint, List.of(), Optional.empty());
  }
}
