package io.cellwall.cell.observability.rules;

import io.cellwall.cell.observability.slo.Selector;
import io.cellwall.cell.observability.slo.SeriesLabels;
import io.cellwall.cell.observability.slo.Slo;
import io.cellwall.cell.observability.slo.SloName;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.ZoneName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The zone's comparison of its cells, from {@link Series#AGGREGATES} and nothing else.
 *
 * <p>Only cells with enough traffic are compared. At equal burn rates B of k out of n cells, the
 * others at rest, a sick cell burns more than twice the mean of its others, (k-1)B/(n-1), exactly
 * as long as k is at most n/2. From there on, more than half, it is no longer a cell that is worse
 * than others but a common cause, which is the other alert; so one of the two fires, and not both.
 *
 * @param zone the zone
 * @param cells the cells that serve, and so must report
 * @param slos the SLOs that all of them have
 * @param limits when a cell counts as worse
 */
public record ZoneComparison(
    ZoneName zone, List<CellName> cells, List<SloName> slos, ComparisonLimits limits) {

  private static final String ELIGIBLE = "zone:cell_burn_rate:ratio_rate1h";
  private static final String OTHERS = "zone:cell_burn_rate_of_others:mean_rate1h";
  private static final String BURNING = "zone:cells_burning:ratio_rate1h";

  public ZoneComparison {
    cells = cells.stream().sorted().distinct().toList();
    slos = slos.stream().sorted().distinct().toList();
    if (cells.isEmpty()) {
      throw new IllegalArgumentException(
          "zone " + zone + " has no cell that serves: there is nothing to compare");
    }
  }

  /** The comparison of the cells that serve in a zone. */
  public static ZoneComparison of(Inventory inventory, ZoneName zone, List<Slo> slos) {
    List<CellName> serving =
        inventory.cellsOf(zone).stream()
            .filter(cell -> cell.state().serves())
            .map(cell -> cell.name())
            .toList();
    return new ZoneComparison(
        zone, serving, slos.stream().map(Slo::name).toList(), ComparisonLimits.DEFAULT);
  }

  /** The rules as one file. */
  public RuleFile ruleFile() {
    return new RuleFile(
        zone + "-comparison",
        slos.stream()
            .map(slo -> new RuleGroup(zone + "-" + slo + "-comparison", rules(slo)))
            .toList());
  }

  private List<Rule> rules(SloName slo) {
    return List.of(
        new Rule.Recording(ELIGIBLE, eligible(slo), Map.of()),
        new Rule.Recording(OTHERS, meanOfOthers(slo), Map.of()),
        new Rule.Recording(BURNING, shareBurning(slo), Map.of()),
        worseThanOthers(slo),
        together(slo),
        notReporting(slo));
  }

  // A cell of another zone, or one that does not serve, is not compared whoever sends its series;
  // and a series that arrives twice, by two senders, is one cell: hence max by.
  private String aggregate(String series, SloName slo) {
    String names = cells.stream().map(CellName::toString).collect(Collectors.joining("|"));
    return "max by (cell, zone, region, slo) ("
        + Selector.of(series)
            .where("zone", zone.toString())
            .where("slo", slo.toString())
            .matching("cell", names)
        + ")";
  }

  private String recorded(String series, SloName slo) {
    return Selector.of(series)
        .where("zone", zone.toString())
        .where("slo", slo.toString())
        .toString();
  }

  private String eligible(SloName slo) {
    return aggregate(Series.CELL_BURN_1H, slo)
        + "\nand\n"
        + aggregate(Series.CELL_EVENTS_1H, slo)
        + " >= "
        + limits.leastEventsPerSecond().toPlainString();
  }

  // (sum - own) / (count - 1); no value for a cell without others. Where the others are all 0, the
  // difference can be a little below it; the floor keeps such a mean from making a cell worse.
  private String meanOfOthers(SloName slo) {
    String each = recorded(ELIGIBLE, slo);
    return """
        (sum by (zone, slo) (%1$s) - on (zone, slo) group_right () %1$s)
        / on (zone, slo) group_left ()
        (count by (zone, slo) (%1$s) - 1 > 0)"""
        .formatted(each);
  }

  private String shareBurning(SloName slo) {
    String each = recorded(ELIGIBLE, slo);
    return "count by (zone, slo) (%s > %s)\n/\ncount by (zone, slo) (%s)"
        .formatted(each, limits.floor().toPlainString(), each);
  }

  private String burnTogether(SloName slo) {
    return "%s > 0.5\nand\ncount by (zone, slo) (%s) > 1"
        .formatted(recorded(BURNING, slo), recorded(ELIGIBLE, slo));
  }

  private Rule worseThanOthers(SloName slo) {
    String each = recorded(ELIGIBLE, slo);
    String floor = limits.floor().toPlainString();
    String expression =
        """
        (
          %s > %s * %s
          and
          %s > %s
          and
          %s > %s
        )
        unless on (zone, slo)
        (
        %s
        )"""
            .formatted(
                each,
                limits.factor().toPlainString(),
                recorded(OTHERS, slo),
                each,
                floor,
                // The hour remembers errors that are over; the last minutes say that they go on.
                aggregate(Series.CELL_BURN_5M, slo),
                floor,
                burnTogether(slo).indent(2).stripTrailing());
    return new Rule.Alert(
        "CellBurnsFasterThanOthers",
        expression,
        "5m",
        Severity.TICKET,
        Map.of(),
        "{{ $labels.cell }} burns its budget of %s at {{ $value | humanize }} times what is allowed,"
                .formatted(slo)
            + " more than "
            + limits.factor().toPlainString()
            + " times as fast as the other cells of zone "
            + zone
            + ".",
        "The cause is in this cell: compare its release, size and tenants with those of the others,"
            + " and stop the rollout if it is in the first wave.");
  }

  private Rule together(SloName slo) {
    return new Rule.Alert(
        "CellsOfZoneBurnTogether",
        burnTogether(slo),
        "5m",
        Severity.PAGE,
        Map.of(),
        "{{ $value | humanizePercentage }} of the cells of zone %s burn their budget of %s at once."
            .formatted(zone, slo),
        "Cells share nothing, so look at what they have in common: the release, the edge of the"
            + " zone, an AWS region, or one kind of request. Stop all rollouts in the zone.");
  }

  private Rule notReporting(SloName slo) {
    String expression =
        cells.stream()
            .map(cell -> "absent(" + reportOf(cell, slo) + ")")
            .collect(Collectors.joining("\nor\n"));
    return new Rule.Alert(
        "CellDoesNotReport",
        expression,
        "15m",
        Severity.TICKET,
        Map.of(),
        "{{ $labels.cell }} sends zone %s no numbers for %s, so it is not compared."
            .formatted(zone, slo),
        "Look at the cell's own alerts first: a cell that is down is paged there. Else check what"
            + " carries its aggregates to the zone.");
  }

  private Selector reportOf(CellName cell, SloName slo) {
    Map<String, String> labels = new LinkedHashMap<>(new SeriesLabels(cell, zone).asMap(slo));
    return Selector.of(Series.CELL_EVENTS_1H).where(labels);
  }
}
