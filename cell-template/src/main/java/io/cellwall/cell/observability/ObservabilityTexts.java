package io.cellwall.cell.observability;

import io.cellwall.cell.observability.dashboard.CellResources;
import io.cellwall.cell.observability.dashboard.CloudWatchDashboard;
import io.cellwall.cell.observability.dashboard.GrafanaDashboard;
import io.cellwall.cell.observability.rules.AlertManagerDefinition;
import io.cellwall.cell.observability.rules.AlertTopic;
import io.cellwall.cell.observability.rules.CellSignals;
import io.cellwall.cell.observability.rules.RuleFile;
import io.cellwall.cell.observability.rules.SloRules;
import io.cellwall.cell.observability.slo.EnvoyIngress;
import io.cellwall.cell.observability.slo.SeriesLabels;
import io.cellwall.cell.observability.slo.Slo;
import io.cellwall.cell.observability.slo.SloName;
import io.cellwall.regions.model.Cell;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The texts that a cell's workspace, alert manager and dashboards are given.
 *
 * @param cell the cell
 * @param slos its SLOs, at least one, names unique; the first is the one CloudWatch can show too,
 *     answers without a server error
 */
public record ObservabilityTexts(Cell cell, List<Slo> slos) {

  public ObservabilityTexts {
    slos = List.copyOf(slos);
    if (slos.isEmpty()) {
      throw new IllegalArgumentException(
          cell.name() + " has no SLO: without one nothing tells that it is unwell");
    }
    Set<SloName> names = new HashSet<>();
    for (Slo slo : slos) {
      if (!names.add(slo.name())) {
        throw new IllegalArgumentException(
            cell.name() + " has two SLOs named " + slo.name() + ": rename one");
      }
    }
  }

  /** The plan of a cell with the SLOs that every cell has. */
  public static ObservabilityTexts of(Cell cell) {
    return new ObservabilityTexts(cell, EnvoyIngress.slos());
  }

  /** The labels of all the cell's series. */
  public SeriesLabels labels() {
    return SeriesLabels.of(cell);
  }

  /** The rule groups namespaces of the cell's workspace. */
  public List<RuleFile> ruleFiles() {
    return List.of(
        new RuleFile("signals", List.of(new CellSignals(labels()).group())),
        new RuleFile(
            "slos",
            slos.stream().flatMap(slo -> new SloRules(slo, labels()).groups().stream()).toList()));
  }

  /**
   * The alert manager's definition.
   *
   * @param topic the cell's own topic
   * @throws IllegalArgumentException if the topic is in another account or region
   */
  public String alertManager(AlertTopic topic) {
    if (!topic.isOf(cell)) {
      throw new IllegalArgumentException(
          "alert topic "
              + topic.arn()
              + " must be "
              + cell.name()
              + "'s own: in account "
              + cell.account()
              + " and region "
              + cell.region());
    }
    return new AlertManagerDefinition(topic).yaml();
  }

  /** The Grafana dashboard as JSON. */
  public String grafanaDashboard() {
    return new GrafanaDashboard(labels(), slos).json();
  }

  /** The CloudWatch dashboard's body as JSON. */
  public String cloudWatchDashboard(CellResources resources) {
    return new CloudWatchDashboard(labels(), slos.get(0).objective(), resources).json();
  }
}
