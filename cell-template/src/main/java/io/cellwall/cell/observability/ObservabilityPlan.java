package io.cellwall.cell.observability;

import io.cellwall.cell.compute.ClusterPlan;
import io.cellwall.cell.data.DataPlan;
import io.cellwall.cell.logs.LogGroupsPlan;
import io.cellwall.cell.logs.LogSource;
import io.cellwall.cell.observability.WorkspacePlan.RuleNamespace;
import io.cellwall.cell.observability.rules.AlertTopic;
import io.cellwall.regions.model.Cell;
import io.cellwall.wiring.Place;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the cell is watched: everything in the cell, so that it is watched while all else is down.
 *
 * @param workspace where metrics are kept, rules are evaluated and alerts are raised; empty in
 *     regions that have no Prometheus, of which the inventory warns: there, only what AWS itself
 *     measures is seen
 * @param topic where alerts go
 * @param dashboards what people look at
 * @param alarms alarms on metrics of AWS
 */
public record ObservabilityPlan(
    Optional<WorkspacePlan> workspace,
    TopicPlan topic,
    DashboardsPlan dashboards,
    List<AlarmPlan> alarms) {

  private static final String PROMETHEUS = "aps";

  // Sorted: the order of some maps differs from run to run, and a text must not.
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  public ObservabilityPlan {
    alarms = List.copyOf(alarms);
  }

  /** How a cell with these data stores and log groups is watched. */
  public static ObservabilityPlan of(Place place, Cell cell, LogGroupsPlan logs, DataPlan data) {
    ObservabilityTexts texts = ObservabilityTexts.of(cell);
    TopicPlan topic = TopicPlan.of(place);
    return new ObservabilityPlan(
        cell.region().offers(PROMETHEUS)
            ? Optional.of(workspace(place, cell, texts, logs, topic))
            : Optional.empty(),
        topic,
        new DashboardsPlan(
            place.name(),
            texts.labels(),
            texts.slos().get(0).objective(),
            data.database().name(),
            data.queue().jobs().name(),
            place.named("grafana-dashboard"),
            "/cellwall/" + place.name() + "/grafana-dashboard",
            JSON.readTree(texts.grafanaDashboard()).toString()),
        List.of(AlarmPlan.deadLetters(place.named("dead-letters"), data.queue().dead().name())));
  }

  private static WorkspacePlan workspace(
      Place place, Cell cell, ObservabilityTexts texts, LogGroupsPlan logs, TopicPlan topic) {
    return new WorkspacePlan(
        place.named("metrics"),
        logs.of(LogSource.METRICS).arn(),
        texts.ruleFiles().stream()
            .map(file -> new RuleNamespace(place.named(file.name()), file.yaml()))
            .toList(),
        texts.alertManager(new AlertTopic(cell.region(), cell.account(), topic.name())),
        place.named("scraper"),
        ClusterPlan.arnOf(place),
        new ScrapeConfiguration(texts.labels()).yaml());
  }
}
