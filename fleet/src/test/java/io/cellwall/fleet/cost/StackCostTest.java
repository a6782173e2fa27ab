package io.cellwall.fleet.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.cellwall.fleet.graph.TestStack;
import io.cellwall.regions.finding.Finding;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StackCostTest {

  private static final String PRICES =
      """
      {"schemaVersion": 1, "date": "2026-11-23", "currency": "USD", "note": "A note.",
       "hoursPerMonth": 730,
       "prices": [
         {"id": "nat-gateway", "what": "a", "per": "hour", "in": {"eu-west-1": 0.048},
          "source": "https://a.example"},
         {"id": "interface-endpoint-zone", "what": "a", "per": "hour", "in": {"eu-west-1": 0.011},
          "source": "https://a.example"},
         {"id": "kms-key", "what": "b", "per": "month", "in": {"aws": 1.00},
          "source": "https://b.example"}]}
      """;

  private static StackCost cost(TestStack stack) {
    return StackCost.of(stack.graph(), PriceTable.parse(PRICES));
  }

  private static TestStack stack(String region) {
    return new TestStack("a-cell", "111111111111", region);
  }

  @Test
  void should_reckon_hours_and_months_of_each_part() {
    // WHEN
    StackCost cost =
        cost(
            stack("eu-west-1")
                .with("aws:ec2/natGateway:NatGateway", "n1", Map.of())
                .with("aws:ec2/natGateway:NatGateway", "n2", Map.of())
                .with("aws:kms/key:Key", "k", Map.of())
                .with("aws:ec2/vpc:Vpc", "vpc", Map.of())
                .with(
                    "aws:ec2/vpcEndpoint:VpcEndpoint",
                    "sts",
                    Map.of(
                        "vpcEndpointType", "Interface", "subnetIds", List.of("s1", "s2", "s3"))));

    // THEN 2 x 730 x 0.048 + 3 x 730 x 0.011 + 1
    assertThat(cost.lines())
        .extracting(StackCost.Line::part, StackCost.Line::price, line -> line.quantity().intValue())
        .containsExactly(
            tuple("keys", "kms-key", 1),
            tuple("network", "interface-endpoint-zone", 3),
            tuple("network", "nat-gateway", 2));
    assertThat(cost.known()).isEqualByComparingTo("95.17");
    assertThat(cost.isComplete()).isTrue();
    assertThat(CostFindings.of(List.of(cost))).isEmpty();
  }

  @Test
  void should_report_a_price_that_is_missing_in_a_region_and_never_take_it_for_zero() {
    // WHEN
    StackCost cost =
        cost(
            stack("ap-south-2")
                .with("aws:ec2/natGateway:NatGateway", "n1", Map.of())
                .with("aws:kms/key:Key", "k", Map.of()));

    // THEN
    assertThat(cost.isComplete()).isFalse();
    assertThat(cost.known()).isEqualByComparingTo(BigDecimal.ONE);
    Finding finding = CostFindings.of(List.of(cost)).get(0);
    assertThat(finding.blocks()).isTrue();
    assertThat(finding.message())
        .isEqualTo(
            "the price of nat-gateway in ap-south-2 is not in the price file; the stack has 1,"
                + " which the total leaves out");
  }

  @Test
  void should_not_take_the_prices_of_one_partition_for_another() {
    assertThat(cost(stack("us-gov-west-1").with("aws:kms/key:Key", "k", Map.of())).isComplete())
        .isFalse();
  }

  @Test
  void should_report_a_type_whose_charges_nobody_described() {
    // WHEN
    StackCost cost = cost(stack("eu-west-1").with("aws:msk/cluster:Cluster", "k", Map.of()));

    // THEN
    assertThat(cost.isComplete()).isFalse();
    assertThat(CostFindings.of(List.of(cost)))
        .extracting(Finding::rule, Finding::message)
        .containsExactly(
            tuple(
                "ChargeUnknown",
                "nobody has described what aws:msk/cluster:Cluster is charged for; the stack has 1,"
                    + " which the total leaves out"));
  }

  @Test
  void should_count_nodes_caches_and_public_addresses() {
    // WHEN
    StackCost cost =
        cost(
            stack("eu-west-1")
                .with(
                    "aws:eks/nodeGroup:NodeGroup",
                    "nodes",
                    Map.of(
                        "instanceTypes",
                        List.of("m7i.2xlarge", "m6i.2xlarge"),
                        "scalingConfig",
                        Map.of("desiredSize", 3, "maxSize", 9)))
                .with(
                    "aws:elasticache/replicationGroup:ReplicationGroup",
                    "cache",
                    Map.of(
                        "engine",
                        "valkey",
                        "nodeType",
                        "cache.r7g.large",
                        "numNodeGroups",
                        2,
                        "replicasPerNodeGroup",
                        1))
                .with(
                    "aws:lb/loadBalancer:LoadBalancer",
                    "public",
                    Map.of("loadBalancerType", "network", "subnets", List.of("s1", "s2"))));

    // THEN
    assertThat(cost.lines())
        .extracting(StackCost.Line::price, line -> line.quantity().intValue())
        .containsExactlyInAnyOrder(
            tuple("ec2-linux:m7i.2xlarge", 3),
            tuple("elasticache-valkey:cache.r7g.large", 4),
            tuple("network-load-balancer", 1),
            tuple("public-ipv4-address", 2));
  }

  @Test
  void should_count_what_is_always_there_of_serverless_databases_and_tasks() {
    // WHEN
    StackCost cost =
        cost(
            stack("eu-west-1")
                .with(
                    "aws:rds/cluster:Cluster",
                    "database",
                    Map.of(
                        "serverlessv2ScalingConfiguration",
                        Map.of("minCapacity", 2, "maxCapacity", 16)))
                .with(
                    "aws:rds/clusterInstance:ClusterInstance",
                    "one",
                    Map.of(
                        "engine",
                        "aurora-postgresql",
                        "instanceClass",
                        "db.serverless",
                        "clusterIdentifier",
                        "database"))
                .with(
                    "aws:ecs/taskDefinition:TaskDefinition",
                    "task",
                    Map.of(
                        "cpu",
                        "2048",
                        "memory",
                        "4096",
                        "runtimePlatform",
                        Map.of("cpuArchitecture", "ARM64")))
                .with(
                    "aws:ecs/service:Service",
                    "routers",
                    Map.of("launchType", "FARGATE", "desiredCount", 3)));

    // THEN
    assertThat(cost.lines())
        .extracting(StackCost.Line::price, line -> line.quantity().intValue())
        .containsExactlyInAnyOrder(
            tuple("aurora-postgresql:capacity-unit", 2),
            tuple("fargate-gigabyte:arm64", 12),
            tuple("fargate-vcpu:arm64", 6));
  }

  @Test
  void should_refuse_a_price_that_is_not_positive_or_of_no_region() {
    assertThatThrownBy(() -> PriceTable.parse(PRICES.replace("0.048", "0")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the price of nat-gateway in eu-west-1 is 0; it must be positive");
    assertThatThrownBy(() -> PriceTable.parse(PRICES.replace("\"aws\"", "\"mars-1\"")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"mars-1\" is not an AWS region: use a region code such as eu-west-1");
    assertThatThrownBy(() -> PriceTable.parse(PRICES.replace("kms-key", "nat-gateway")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the price of nat-gateway is there twice");
  }

  @Test
  void should_have_a_source_for_each_list_price() {
    assertThat(PriceTable.listPrices().prices().values())
        .isNotEmpty()
        .allSatisfy(price -> assertThat(price.source().getHost()).isEqualTo("aws.amazon.com"));
  }
}
