package io.cellwall.fleet.quotas;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.fleet.graph.TestStack;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.QuotaCode;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.quotas.ApprovedQuotas;
import io.cellwall.regions.quotas.QuotaComparison;
import io.cellwall.regions.quotas.QuotaTable;
import io.cellwall.regions.quotas.QuotaVerdict;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class QuotaReportTest {

  private static final String ACCOUNT = "111111111111";

  private static TestStack stack() {
    return new TestStack("a-cell", ACCOUNT, "eu-west-1");
  }

  private static QuotaReport report(TestStack... stacks) {
    return report(Map.of(), stacks);
  }

  private static QuotaReport report(Map<QuotaCode, Long> approved, TestStack... stacks) {
    ApprovedQuotas grants =
        new ApprovedQuotas(
            Map.of(
                AccountId.parse(ACCOUNT),
                List.of(
                    new ApprovedQuotas.Grant(
                        "cells/a.yaml, approvedQuotas",
                        Region.parse("eu-west-1"),
                        new TreeMap<>(approved)))));
    List<ResourceGraph> graphs = List.of(stacks).stream().map(TestStack::graph).toList();
    return QuotaReport.of(graphs, new QuotaComparison(QuotaTable.published(), grants));
  }

  private static List<String> needs(QuotaReport report) {
    return report.verdicts().stream()
        .map(
            verdict ->
                "%s %d %s"
                    .formatted(
                        verdict.quota().name(), verdict.need().count(), verdict.need().subject())
                    .strip())
        .toList();
  }

  @Test
  void should_count_what_aws_makes_with_each_vpc() {
    // GIVEN
    TestStack stack =
        stack()
            .with("aws:ec2/vpc:Vpc", "vpc", Map.of())
            .with("aws:ec2/defaultRouteTable:DefaultRouteTable", "main", Map.of())
            .with("aws:ec2/routeTable:RouteTable", "private", Map.of("vpcId", "vpc"))
            .with("aws:ec2/subnet:Subnet", "s1", Map.of("vpcId", "vpc"))
            .with("aws:ec2/subnet:Subnet", "s2", Map.of("vpcId", "vpc"));

    // WHEN
    QuotaReport report = report(stack);

    // THEN
    assertThat(needs(report))
        .containsExactlyInAnyOrder(
            "VPCs per Region 1",
            "VPC security groups per Region 1",
            "Network ACLs per VPC 1 VPC vpc",
            "Route tables per VPC 2 VPC vpc",
            "Subnets per VPC 2 VPC vpc");
    assertThat(report.findings()).isEmpty();
    assertThat(report.uncounted()).isEmpty();
    assertThat(report.stacks()).isEqualTo(Map.of(ACCOUNT, new TreeSet<>(List.of("a-cell"))));
  }

  @Test
  void should_count_nat_gateways_by_availability_zone() {
    // GIVEN
    TestStack stack =
        stack()
            .with("aws:ec2/subnet:Subnet", "s1", Map.of("availabilityZoneId", "euw1-az1"))
            .with("aws:ec2/subnet:Subnet", "s2", Map.of("availabilityZoneId", "euw1-az2"))
            .with("aws:ec2/natGateway:NatGateway", "n1", Map.of("subnetId", "s1"))
            .with("aws:ec2/natGateway:NatGateway", "n2", Map.of("subnetId", "s2"))
            .with("aws:ec2/natGateway:NatGateway", "n3", Map.of("subnetId", "s2"));

    // WHEN / THEN
    assertThat(needs(report(stack))).contains("NAT gateways per Availability Zone 2 euw1-az2");
  }

  @Test
  void should_block_with_the_code_when_a_default_is_too_low() {
    // GIVEN
    TestStack stack = stack();
    for (int i = 1; i <= 6; i++) {
      stack.with("aws:ec2/eip:Eip", "address-" + i, Map.of());
    }

    // WHEN
    QuotaReport report = report(stack);

    // THEN
    assertThat(report.blocks()).isTrue();
    assertThat(report.findings())
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.message())
                    .isEqualTo(
                        "EC2-VPC Elastic IPs (L-0263D0A3) must be 6; the account has 5, AWS's"
                            + " default"));
    assertThat(report(Map.of(QuotaCode.parse("L-0263D0A3"), 6L), stack).blocks()).isFalse();
  }

  @Test
  void should_add_up_the_stacks_of_one_account() {
    // GIVEN
    TestStack one = stack().with("aws:iam/role:Role", "r1", Map.of());
    TestStack other =
        new TestStack("b-cell", ACCOUNT, "eu-central-1").with("aws:iam/role:Role", "r2", Map.of());

    // WHEN
    QuotaReport report = report(one, other);

    // THEN
    assertThat(needs(report)).containsExactly("Roles per account 2");
    assertThat(report.stacks().get(ACCOUNT)).containsExactly("a-cell", "b-cell");
  }

  @Test
  void should_count_each_end_of_a_security_group_rule_by_direction() {
    // GIVEN
    Map<String, Object> wide =
        Map.of("cidrBlocks", List.of("10.0.0.0/8", "10.0.0.0/9"), "self", true);
    TestStack stack =
        stack()
            .with(
                "aws:ec2/securityGroup:SecurityGroup",
                "group",
                Map.of("ingress", List.of(wide), "egress", List.of(Map.of("self", true))))
            .with(
                "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
                "one-more",
                Map.of("securityGroupId", "group"));

    // WHEN / THEN
    assertThat(needs(report(stack)))
        .contains("Inbound or outbound rules per security group 4 inbound security group group");
  }

  @Test
  void should_tell_load_balancers_interface_endpoints_and_listeners_apart() {
    // GIVEN
    TestStack stack =
        stack()
            .with("aws:lb/loadBalancer:LoadBalancer", "nlb", Map.of("loadBalancerType", "network"))
            .with(
                "aws:lb/loadBalancer:LoadBalancer",
                "alb",
                Map.of("loadBalancerType", "application", "securityGroups", List.of("a", "b")))
            .with("aws:lb/listener:Listener", "l1", Map.of("loadBalancerArn", "nlb"))
            .with("aws:lb/listener:Listener", "l2", Map.of("loadBalancerArn", "alb"))
            .with(
                "aws:ec2/vpcEndpoint:VpcEndpoint",
                "sts",
                Map.of("vpcEndpointType", "Interface", "vpcId", "v"))
            .with("aws:ec2/vpcEndpoint:VpcEndpoint", "s3", Map.of("vpcId", "v"));

    // WHEN / THEN
    assertThat(needs(report(stack)))
        .containsExactlyInAnyOrder(
            "Network Load Balancers per Region 1",
            "Application Load Balancers per Region 1",
            "Security groups per network interface 2 the interfaces of alb",
            "Listeners per Network Load Balancer 1 load balancer nlb",
            "Listeners per Application Load Balancer 1 load balancer alb",
            "Interface VPC endpoints per VPC 1 VPC v",
            "Gateway VPC endpoints per Region 1");
  }

  @Test
  void should_count_what_an_edge_needs() {
    // GIVEN two groups of one region, of which one has eleven load balancers
    String group = "aws:globalaccelerator/endpointGroup:EndpointGroup";
    Map<String, Object> balancer = Map.of("endpointId", "a balancer");
    TestStack stack =
        stack()
            .with("aws:globalaccelerator/accelerator:Accelerator", "accelerator", Map.of())
            .with(
                "aws:globalaccelerator/listener:Listener",
                "listener",
                Map.of(
                    "acceleratorArn",
                    "accelerator",
                    "portRanges",
                    List.of(Map.of("fromPort", 443))))
            .with(
                group,
                "one",
                Map.of(
                    "listenerArn",
                    "listener",
                    "endpointGroupRegion",
                    "eu-west-1",
                    "endpointConfigurations",
                    List.of(balancer)))
            .with(
                group,
                "other",
                Map.of(
                    "listenerArn",
                    "listener",
                    "endpointGroupRegion",
                    "eu-west-1",
                    "endpointConfigurations",
                    Collections.nCopies(11, balancer)))
            .with(
                "aws:globalaccelerator/crossAccountAttachment:CrossAccountAttachment",
                "leave",
                Map.of())
            .with("aws:route53/zone:Zone", "zone", Map.of())
            .with("aws:route53/record:Record", "record", Map.of("zoneId", "zone"))
            .with("aws:route53/healthCheck:HealthCheck", "check", Map.of());

    // WHEN
    QuotaReport report = report(stack);

    // THEN
    assertThat(needs(report))
        .containsExactlyInAnyOrder(
            "Standard accelerators per AWS account 1",
            "Listeners per accelerator 1 accelerator accelerator",
            "Port ranges per listener 1 listener listener",
            "Endpoint groups per accelerator 2 accelerator accelerator",
            "Endpoint groups per listener in one Region 2 listener listener in eu-west-1",
            "Endpoints per endpoint group - Application Load Balancers 11 endpoint group other",
            "Cross-account attachments per AWS account 1",
            "Hosted zones 1",
            "Records per hosted zone 1 zone zone",
            "Health checks 1");
    assertThat(report.findings())
        .extracting(Finding::hint)
        .containsExactlyInAnyOrder(
            "AWS does not raise this quota: use fewer, or divide the stack."
                + " https://docs.aws.amazon.com/global-accelerator/latest/dg/about-endpoint-groups.html",
            "AWS does not raise this quota: use fewer, or divide the stack."
                + " https://docs.aws.amazon.com/general/latest/gr/global_accelerator.html");
  }

  @Test
  void should_count_the_virtual_cpus_of_node_groups_at_their_largest() {
    // GIVEN
    TestStack stack =
        stack()
            .with(
                "aws:eks/nodeGroup:NodeGroup",
                "nodes",
                Map.of(
                    "clusterName",
                    "cluster",
                    "instanceTypes",
                    List.of("m6i.xlarge", "m7i.2xlarge"),
                    "scalingConfig",
                    Map.of("maxSize", 9)));

    // WHEN
    QuotaReport report = report(stack);

    // THEN
    assertThat(report.verdicts())
        .filteredOn(verdict -> verdict.quota().code().value().equals("L-1216C47A"))
        .singleElement()
        .satisfies(verdict -> assertThat(verdict.need().count()).isEqualTo(72));
    assertThat(report.verdicts()).anyMatch(QuotaVerdict::isShort);
  }

  @Test
  void should_know_the_virtual_cpus_of_standard_families_only() {
    assertThat(NodeCounts.cpusOf("m7i.large")).hasValue(2);
    assertThat(NodeCounts.cpusOf("c7g.xlarge")).hasValue(4);
    assertThat(NodeCounts.cpusOf("r7i.12xlarge")).hasValue(48);
    assertThat(NodeCounts.cpusOf("p5.48xlarge")).isEmpty();
    assertThat(NodeCounts.cpusOf("m7i.metal-24xl")).isEmpty();
  }

  @Test
  void should_count_the_replicas_of_a_table_in_their_regions() {
    // GIVEN
    TestStack stack =
        stack()
            .with(
                "aws:dynamodb/table:Table",
                "homes",
                Map.of("replicas", List.of(Map.of("regionName", "eu-central-1"))));

    // WHEN / THEN
    assertThat(report(stack).verdicts())
        .extracting(verdict -> verdict.need().region().code())
        .containsExactly("eu-central-1", "eu-west-1");
  }

  @Test
  void should_say_for_what_no_quota_is_known_and_whose_nodes_cannot_be_counted() {
    // GIVEN
    TestStack stack =
        stack()
            .with("aws:msk/cluster:Cluster", "kafka", Map.of())
            .with(
                "aws:eks/cluster:Cluster",
                "cluster",
                Map.of("computeConfig", Map.of("enabled", true)));

    // WHEN
    QuotaReport report = report(stack);

    // THEN
    assertThat(report.uncounted()).isEqualTo(Map.of("aws:msk/cluster:Cluster", 1L));
    assertThat(report.autoMode()).containsExactly("a-cell");
  }

  @Test
  void should_be_undecided_where_a_provider_does_not_say_whose_quota_it_is() {
    // WHEN
    QuotaReport report = report(stack().withoutProvider("aws:ec2/vpc:Vpc", "vpc"));

    // THEN
    assertThat(report.blocks()).isTrue();
    assertThat(report.findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.rule()).isEqualTo("AccountUnknown"));
  }
}
