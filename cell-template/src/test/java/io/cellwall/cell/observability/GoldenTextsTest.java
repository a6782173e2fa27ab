package io.cellwall.cell.observability;

import io.cellwall.cell.observability.dashboard.CellResources;
import io.cellwall.cell.observability.rules.RuleFile;
import io.cellwall.cell.observability.rules.SloRules;
import io.cellwall.cell.observability.slo.EnvoyIngress;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The texts that services are given, word by word. */
@NullMarked
class GoldenTextsTest {

  private final ObservabilityTexts plan = ExampleCell.plan();

  @Test
  void should_write_the_rules_of_an_slo() throws IOException {
    SloRules slo = new SloRules(ExampleCell.availability(), plan.labels());
    GoldenFile.assertMatches("availability.yaml", new RuleFile("slo", slo.groups()).yaml());
  }

  @Test
  void should_write_the_indicator_of_a_latency_slo() throws IOException {
    SloRules slo = new SloRules(EnvoyIngress.slos().get(1), plan.labels());
    GoldenFile.assertMatches(
        "latency.yaml", new RuleFile("slo", List.of(slo.groups().get(0))).yaml());
  }

  @Test
  void should_write_the_rules_of_the_signals() throws IOException {
    GoldenFile.assertMatches("signals.yaml", plan.ruleFiles().get(0).yaml());
  }

  @Test
  void should_write_the_rules_of_a_zone() throws IOException {
    GoldenFile.assertMatches("zone.yaml", ExampleCell.comparison(2).yaml());
  }

  @Test
  void should_write_the_alert_manager_definition() throws IOException {
    GoldenFile.assertMatches("alert-manager.yaml", plan.alertManager(ExampleCell.topic()));
  }

  @Test
  void should_write_the_grafana_dashboard() throws IOException {
    GoldenFile.assertMatches("grafana.json", plan.grafanaDashboard());
  }

  @Test
  void should_write_the_cloudwatch_dashboard() throws IOException {
    GoldenFile.assertMatches(
        "cloudwatch.json",
        plan.cloudWatchDashboard(
            new CellResources(
                "app/eu-west-1-cell-03/50dc6c495c0c9188",
                "eu-west-1-cell-03",
                "eu-west-1-cell-03-jobs")));
  }
}
