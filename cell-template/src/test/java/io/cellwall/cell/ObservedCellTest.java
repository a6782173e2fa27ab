package io.cellwall.cell;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.cell.Rehearsal.Declared;
import io.cellwall.regions.admission.Descriptor;
import io.cellwall.regions.admission.DescriptorJson;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.HostName;
import io.cellwall.regions.model.NatGateways;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What of a cell is seen: its metrics, alerts and dashboards, and what it says it is. */
class ObservedCellTest {

  private static final String NAME = "eu-west-1-cell-03";
  private static final String ENDPOINT_SERVICE =
      "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0";

  private static Cell cell() {
    return SampleFleet.cell(
        NAME, "333333333333", "10.3.0.0/16", NatGateways.NONE, SampleFleet.zones(3));
  }

  private static Declared only(String type, String name) {
    return Rehearsal.of(SampleFleet.plan(cell())).stream()
        .filter(resource -> resource.type().equals(type))
        .filter(resource -> resource.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + type + " " + name));
  }

  @Test
  void should_keep_metrics_in_a_workspace_of_its_own_key() {
    Declared workspace = only("aws:amp/workspace:Workspace", NAME + "-metrics");
    assertThat(workspace.input("kmsKeyArn")).isEqualTo(NAME + "-logs (arn)");
    assertThat(workspace.input("loggingConfiguration"))
        .isEqualTo(
            "{logGroupArn=arn:aws:logs:eu-west-1:333333333333:log-group:"
                + "/cellwall/eu-west-1-cell-03/metrics:*}");
  }

  @Test
  void should_scrape_its_own_cluster_from_its_own_nodes_subnets() {
    Declared scraper = only("aws:amp/scraper:Scraper", NAME + "-scraper");
    assertThat(scraper.input("source"))
        .contains("clusterArn=arn:aws:eks:eu-west-1:333333333333:cluster/eu-west-1-cell-03")
        .contains("securityGroupIds=[eu-west-1-cell-03-scraper (id)]")
        .contains("eu-west-1-cell-03-nodes-az1 (id)");
    assertThat(scraper.input("destination"))
        .isEqualTo("{amp={workspaceArn=eu-west-1-cell-03-metrics (arn)}}");
    assertThat(scraper.inputs()).doesNotContainKey("roleConfiguration");
  }

  @Test
  void should_send_alerts_to_its_own_topic() {
    String topic = "arn:aws:sns:eu-west-1:333333333333:eu-west-1-cell-03-alerts";
    assertThat(
            only("aws:amp/alertManagerDefinition:AlertManagerDefinition", NAME + "-metrics")
                .input("definition"))
        .contains("topic_arn: " + topic);
    assertThat(only("aws:cloudwatch/metricAlarm:MetricAlarm", NAME + "-dead-letters"))
        .satisfies(alarm -> assertThat(alarm.input("alarmActions")).isEqualTo("[" + topic + "]"));
    assertThat(only("aws:sns/topic:Topic", NAME + "-alerts").input("kmsMasterKeyId"))
        .isEqualTo(NAME + "-logs (arn)");
  }

  @Test
  void should_show_its_own_resources() {
    assertThat(
            only("aws:cloudwatch/dashboard:Dashboard", NAME + "-dashboard").input("dashboardBody"))
        .contains("eu-west-1-cell-03-database", "eu-west-1-cell-03-jobs", "/50dc6c495c0c9188");
    assertThat(
            only("aws:ssm/parameter:Parameter", NAME + "-grafana-dashboard")
                .input("value")
                .length())
        .isBetween(1_000, 8_192);
  }

  @Test
  void should_say_what_it_is_in_the_format_that_admission_reads() {
    // GIVEN
    Declared parameter = only("aws:ssm/parameter:Parameter", NAME + "-descriptor");
    // WHEN
    Descriptor descriptor =
        DescriptorJson.read(
            parameter.input("value").replace(NAME + "-entrance (service)", ENDPOINT_SERVICE));
    // THEN
    assertThat(parameter.input("name")).isEqualTo("/cellwall/eu-west-1-cell-03/descriptor");
    assertThat(descriptor.cell()).isEqualTo(cell().name());
    assertThat(descriptor.account()).isEqualTo(cell().account());
    assertThat(descriptor.release()).isEqualTo(cell().release());
    assertThat(descriptor.fingerprint()).matches("sha256:[0-9a-f]{64}");
    assertThat(descriptor.endpoints())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "cache", "eu-west-1-cell-03-cache (primary)",
                "cluster", "eu-west-1-cell-03-cluster (endpoint)",
                "database", "eu-west-1-cell-03-database (endpoint)",
                "ingress", "https://eu-west-1-cell-03.home.cells.example.com",
                "metrics", "eu-west-1-cell-03-metrics (endpoint)",
                "queue",
                    "https://sqs.eu-west-1.amazonaws.com/333333333333/eu-west-1-cell-03-jobs"));
    assertThat(descriptor.facts().nameServers())
        .isEqualTo(
            List.of(HostName.parse("ns-1.awsdns-01.com"), HostName.parse("ns-2.awsdns-02.org")));
    assertThat(descriptor.facts().endpointService()).isEqualTo(ENDPOINT_SERVICE);
  }

  @Test
  void should_have_the_same_fingerprint_exactly_if_it_is_the_same() {
    String one = SampleFleet.plan(cell()).descriptor().fingerprint();
    Cell other = SampleFleet.cell(NAME, "333333333333", "10.3.0.0/16", NatGateways.SINGLE, 1, 2, 3);
    assertThat(SampleFleet.plan(cell()).descriptor().fingerprint()).isEqualTo(one);
    assertThat(SampleFleet.plan(other).descriptor().fingerprint()).isNotEqualTo(one);
  }
}
