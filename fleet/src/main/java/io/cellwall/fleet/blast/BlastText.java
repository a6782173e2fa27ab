package io.cellwall.fleet.blast;

import io.cellwall.fleet.output.FindingText;
import io.cellwall.fleet.output.Inert;
import io.cellwall.fleet.output.Report;
import io.cellwall.fleet.output.Table;
import io.cellwall.regions.model.BlastBudget;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.Failure;
import io.cellwall.regions.model.TenantShare;
import io.cellwall.regions.model.ZoneName;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** A blast radius as people read it. */
final class BlastText {

  private static final int SHOWN = 3;

  private BlastText() {}

  static void print(
      PrintWriter out, BlastRadius radius, List<BlastBudget> budgets, Report report, boolean all) {
    table(radius, budgets).print(out);
    out.println();
    out.println("~ counts as reached some of whom it could not be decided");
    for (BlastRadius.Row row : radius.rows()) {
      row(out, radius, row, all);
    }
    out.println();
    out.println("rests on");
    BlastRadius.RESTS_ON.forEach(each -> out.println("    - " + each));
    out.println();
    FindingText.print(out, report.inventory(), 0);
    out.println(
        "%,d users in %d zones and %d cells. %s"
            .formatted(
                radius.population().all(),
                new TreeSet<>(radius.population().zones().values()).size(),
                radius.population().cells().size(),
                report.counts()));
  }

  private static Table table(BlastRadius radius, List<BlastBudget> budgets) {
    List<ZoneName> zones = new ArrayList<>(new TreeSet<>(radius.population().zones().values()));
    Table table = new Table().text("FAILURE").number("USERS").number("OF ALL");
    zones.forEach(zone -> table.number("OF " + zone));
    table.text("TENANTS").number("BUDGET").text("FARTHEST");
    for (BlastRadius.Row row : radius.rows()) {
      Failure failure = row.failure();
      List<Object> cells = new ArrayList<>();
      cells.add(failure.label());
      cells.add("%,d".formatted(radius.users(failure)));
      cells.add((radius.isUndecided(failure) ? "~" : "") + radius.share(failure));
      zones.forEach(zone -> cells.add(radius.zoneShares(failure).get(zone)));
      cells.add(radius.tenants(failure).words());
      cells.add(budget(budgets, failure));
      cells.add(radius.users(failure) == 0 ? "" : row.reaches().get(0).what());
      table.row(cells.toArray());
    }
    return table;
  }

  /** The budget of a kind of failure, or a dash. */
  static String budget(List<BlastBudget> budgets, Failure failure) {
    return budgets.stream()
        .filter(budget -> budget.failure() == failure)
        .map(BlastBudget::most)
        .map(TenantShare::toString)
        .findFirst()
        .orElse("-");
  }

  private static void row(PrintWriter out, BlastRadius radius, BlastRadius.Row row, boolean all) {
    out.println();
    out.println(row.failure().label() + ": " + row.failure().words());
    // Where nobody is reached, one failure says how all of them are contained.
    int shown = all ? row.reaches().size() : radius.users(row.failure()) == 0 ? 1 : SHOWN;
    row.reaches().stream()
        .limit(shown)
        .forEach(reach -> reach(out, radius.population(), reach, all));
    int more = row.reaches().size() - shown;
    if (more > 0) {
      out.println("    and %d that reach no farther (--all)".formatted(more));
    }
  }

  private static void reach(PrintWriter out, Population population, Reach reach, boolean all) {
    line(
        out,
        4,
        "%s: %s of %,d exposed users"
            .formatted(
                reach.what(), reached(population, reach), population.usersOf(reach.exposed())));
    line(out, 8, "path: " + String.join(" -> ", reach.path()));
    reach.undecided().stream()
        .limit(all ? Long.MAX_VALUE : SHOWN)
        .forEach(each -> line(out, 8, "undecided: " + each));
    for (Containment each : few(reach.containments(), all)) {
      line(out, 8, "against it: " + each.what() + " (" + each.proof() + ")");
    }
    int more = reach.containments().size() - few(reach.containments(), all).size();
    if (more > 0) {
      line(out, 8, "against it: " + more + " more (--all)");
    }
    if (!reach.interruption().isEmpty()) {
      line(
          out,
          8,
          (reach.reached().isEmpty() ? "they wait: " : "the others wait: ") + reach.interruption());
    }
  }

  private static List<Containment> few(List<Containment> containments, boolean all) {
    return all ? containments : containments.stream().limit(SHOWN).toList();
  }

  /** How many it reaches: {@code 80,000 (8%)}. */
  static String reached(Population population, Reach reach) {
    TreeSet<CellName> cells = new TreeSet<>(reach.reached());
    return "reaches %,d (%s%s)"
        .formatted(
            population.usersOf(cells), reach.isUndecided() ? "~" : "", population.share(cells));
  }

  /** A URN without the components around the resource; JSON has it whole. */
  static String shortened(String text) {
    return text.replaceAll(
        "urn:pulumi:([a-z0-9-]+)::[a-z0-9-]+::(?:[^\\s:$]+:[^\\s$]+\\$)*", "$1::");
  }

  private static void line(PrintWriter out, int indent, String text) {
    out.println(" ".repeat(indent) + Inert.text(shortened(text)));
  }
}
