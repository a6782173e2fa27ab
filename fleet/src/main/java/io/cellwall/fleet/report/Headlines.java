package io.cellwall.fleet.report;

import io.cellwall.fleet.cost.StackCost;
import io.cellwall.policies.proof.FleetStatement;
import io.cellwall.policies.proof.Standing;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.CellState;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.Zone;
import io.cellwall.regions.quotas.QuotaVerdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What one must know in half a minute: does anything cross, what is proven, how many users where.
 */
final class Headlines {

  private final Survey survey;
  private final Inventory inventory;
  private final FleetStatement statement;

  private Headlines(Survey survey) {
    this.survey = survey;
    this.inventory = survey.inventory();
    this.statement = survey.statement();
  }

  static Page.Headline of(Survey survey, Collection<StackEntry> entries) {
    return new Headlines(survey).headline(entries);
  }

  private Page.Headline headline(Collection<StackEntry> entries) {
    long crossing = entries.stream().filter(entry -> entry.level().equals("violation")).count();
    long undecided = entries.stream().filter(entry -> entry.level().equals("undecided")).count();
    String verdict =
        crossing > 0
            ? "A wall is crossed, in " + Figures.count(crossing, "stack") + "."
            : undecided > 0
                ? "It is undecided whether a wall is crossed, in "
                    + Figures.count(undecided, "stack")
                    + "."
                : survey.blocks()
                    ? "No wall is crossed, but the inventory, a waiver or a quota blocks."
                    : "Nothing crosses a wall.";
    return new Page.Headline(
        survey.blocks() ? "bad" : "good",
        verdict,
        because(),
        figures(),
        inventory.zones().values().stream().map(this::bar).toList());
  }

  private String because() {
    long proven =
        statement.zones().stream()
            .filter(zone -> zone.standing().values().stream().allMatch(Standing::holds))
            .count();
    long sharing =
        statement.pairs().stream().filter(pair -> pair.standing() == Standing.DECLARED).count();
    return "Access, network and residency are proven for %d of %s: %s, %s.%s%s"
        .formatted(
            proven,
            Figures.count(statement.zones().size(), "zone"),
            Figures.count(statement.stacks().size(), "stack"),
            Figures.count(statement.pairCount()) + " ordered pairs of stacks",
            sharing == 0
                ? ""
                : " Not proven is access within %s that share an account, as the inventory declares."
                    .formatted(Figures.count(sharing, "ordered pair")),
            statement.missing() == 0
                ? ""
                : " Not looked at: " + Figures.count(statement.missing(), "stack") + ".");
  }

  private List<Page.Figure> figures() {
    List<Page.Figure> figures = new ArrayList<>();
    List<Finding> standing = survey.standing();
    long violations = count(standing, Severity.VIOLATION);
    long undecided = count(standing, Severity.UNDECIDED);
    long waived =
        survey.stacks().stream().mapToLong(stack -> stack.judgement().waived().size()).sum();
    figures.add(
        new Page.Figure(
            "Findings that block",
            Figures.count(violations + undecided),
            "%d violations, %d undecided, %s, %d waived"
                .formatted(
                    violations,
                    undecided,
                    Figures.count(count(standing, Severity.WARNING), "warning"),
                    waived)));
    figures.add(
        new Page.Figure(
            "Users",
            Figures.count(inventory.users()),
            "in " + Figures.count(inventory.zones().size(), "residency zone")));
    figures.add(largest());
    figures.add(
        new Page.Figure(
            "Cells", Figures.count(inventory.cells().size()), states(inventory.cells().values())));
    figures.add(
        new Page.Figure(
            "Declared doors", Figures.count(statement.doors().size()), kinds(statement.doors())));
    List<StackCost> costs = survey.stacks().stream().map(Survey.Surveyed::cost).toList();
    figures.add(
        new Page.Figure(
            "Fixed cost a month",
            survey.prices().currency()
                + " "
                + Figures.money(
                    costs.stream().map(StackCost::known).reduce(BigDecimal.ZERO, BigDecimal::add)),
            costs.stream().allMatch(StackCost::isComplete)
                ? "list prices of " + survey.prices().date()
                : "at least: " + Figures.count(survey.missingPrices()) + " prices are missing"));
    List<QuotaVerdict> quotas = survey.quotas().verdicts();
    figures.add(
        new Page.Figure(
            "Quotas short",
            Figures.count(quotas.stream().filter(QuotaVerdict::isShort).count()),
            Figures.count(quotas.size()) + " compared"));
    return figures;
  }

  private static long count(List<Finding> findings, Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  private Page.Figure largest() {
    return inventory.cells().values().stream()
        .max(Comparator.comparingLong(Cell::users))
        .map(
            cell ->
                new Page.Figure(
                    "Users in the largest cell",
                    Figures.share(cell.users(), inventory.users()),
                    "%s; the limit is %s"
                        .formatted(cell.name(), inventory.fleet().limits().cellShare())))
        .orElse(new Page.Figure("Users in the largest cell", "0%", "there is no cell"));
  }

  private static String states(Collection<Cell> cells) {
    Map<CellState, Long> states =
        cells.stream()
            .collect(
                Collectors.groupingBy(
                    Cell::state, () -> new EnumMap<>(CellState.class), Collectors.counting()));
    return states.entrySet().stream()
        .map(each -> each.getValue() + " " + each.getKey().name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  private static String kinds(List<FleetStatement.Door> doors) {
    return doors.stream()
        .collect(Collectors.groupingBy(FleetStatement.Door::kind, Collectors.counting()))
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .map(each -> each.getValue() + " " + each.getKey())
        .collect(Collectors.joining(", "));
  }

  private Page.Bar bar(Zone zone) {
    long all = inventory.users();
    long sum = 0;
    List<Page.Segment> segments = new ArrayList<>();
    for (Cell cell : inventory.cellsOf(zone.name())) {
      if (cell.users() > 0) {
        segments.add(
            new Page.Segment(
                cell.name().toString(),
                10 * Figures.percent(sum, all),
                Math.max(1, 10 * Figures.percent(cell.users(), all) - 4),
                "%s: %s".formatted(cell.name(), Figures.share(cell.users(), all))));
      }
      sum += cell.users();
    }
    return new Page.Bar(zone.name().value(), Figures.count(sum), Figures.share(sum, all), segments);
  }
}
