package io.cellwall.fleet.cost;

import io.cellwall.fleet.output.FindingText;
import io.cellwall.fleet.output.Table;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.model.Region;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The estimate as people read it: a table per stack, then what is missing and left out. */
final class CostText {

  private CostText() {}

  static void print(
      PrintWriter out, List<StackCost> costs, List<Finding> findings, PriceTable prices) {
    costs.forEach(cost -> stack(out, cost, prices));
    FindingText.print(out, findings, 0);
    BigDecimal total =
        costs.stream().map(StackCost::known).reduce(BigDecimal.ZERO, BigDecimal::add);
    boolean complete = costs.stream().allMatch(StackCost::isComplete);
    out.printf(
        "Stacks: %d. Fixed cost a month: %s %s%s.%n",
        costs.size(),
        money(total),
        prices.currency(),
        complete ? "" : ", incomplete: %d charges are missing".formatted(findings.size()));
    out.println("Not included: " + StackCost.NOT_INCLUDED + ".");
    out.printf(
        "Prices of %s, a month of %s hours. %s%n",
        prices.date(), prices.hoursPerMonth().toPlainString(), prices.note());
  }

  private static void stack(PrintWriter out, StackCost cost, PriceTable prices) {
    out.println(cost.stack());
    Table table =
        new Table()
            .text("  PART")
            .text("CHARGE")
            .text("REGION")
            .number("UNITS")
            .number("PRICE")
            .text("PER")
            .number("MONTH");
    for (StackCost.Line line : cost.lines()) {
      table.row(
          "  " + line.part(),
          line.price(),
          line.region().map(Region::code).orElse("?"),
          line.quantity().toPlainString(),
          line.unit().map(BigDecimal::toPlainString).orElse("?"),
          prices.find(line.price()).map(CostText::per).orElse(""),
          amount(line.monthly()));
    }
    table.row(
        "  total", "", "", "", "", cost.isComplete() ? "" : "incomplete", money(cost.known()));
    table.print(out);
    out.println();
  }

  private static String per(Price price) {
    return price.per().name().toLowerCase(Locale.ROOT);
  }

  private static String amount(Optional<BigDecimal> monthly) {
    return monthly.map(CostText::money).orElse("missing");
  }

  static String money(BigDecimal amount) {
    return String.format(Locale.ROOT, "%,.2f", amount.setScale(2, RoundingMode.HALF_UP));
  }
}
