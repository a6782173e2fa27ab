package io.cellwall.cell;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.cell.Rehearsal.Declared;
import io.cellwall.cell.network.InterfaceEndpointPlan;
import io.cellwall.cell.network.NetworkAclPlan.Rule;
import io.cellwall.cell.network.SecurityGroupsPlan;
import io.cellwall.cell.network.Tier;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.NatGateways;
import io.cellwall.regions.model.NodeProvisioning;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Whom the parts of a cell's network let in and out. */
class NetworkWallsTest {

  private static final String INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
  private static final String EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

  private static Cell cell(NatGateways nat) {
    return SampleFleet.cell(
        "eu-west-1-cell-03", "333333333333", "10.3.0.0/16", nat, SampleFleet.zones(3));
  }

  private static List<Declared> declared(NatGateways nat, String type) {
    return Rehearsal.of(SampleFleet.plan(cell(nat))).stream()
        .filter(resource -> resource.type().equals(type))
        .toList();
  }

  private static List<String> services(Cell cell) {
    return SampleFleet.plan(cell).network().interfaceEndpoints().stream()
        .map(InterfaceEndpointPlan::serviceName)
        .toList();
  }

  @Test
  void should_put_every_interface_endpoint_into_all_zones_for_the_cells_account_only() {
    // WHEN
    List<Declared> endpoints =
        declared(NatGateways.NONE, "aws:ec2/vpcEndpoint:VpcEndpoint").stream()
            .filter(endpoint -> endpoint.input("vpcEndpointType").equals("Interface"))
            .toList();
    // THEN
    assertThat(endpoints)
        .hasSize(13)
        .allSatisfy(
            endpoint -> {
              assertThat(endpoint.input("subnetIds"))
                  .isEqualTo(
                      "[eu-west-1-cell-03-nodes-az1 (id), eu-west-1-cell-03-nodes-az2 (id),"
                          + " eu-west-1-cell-03-nodes-az3 (id)]");
              assertThat(endpoint.input("securityGroupIds"))
                  .isEqualTo("[eu-west-1-cell-03-endpoints (id)]");
              assertThat(endpoint.input("privateDnsEnabled")).isEqualTo("true");
              assertThat(endpoint.policies()).hasSize(1);
              assertThat(endpoint.policies().get(0).get("Statement").valueStream())
                  .allSatisfy(NetworkWallsTest::isOfTheAccount);
            });
  }

  private static void isOfTheAccount(JsonNode statement) {
    JsonNode pins = statement.at("/Condition/StringEquals");
    assertThat(pins.get("aws:PrincipalAccount")).hasToString("[\"333333333333\"]");
    // EKS's own registry of the region, to read from only.
    boolean images = statement.get("Sid").asString().equals("ImagesOfAddOns");
    assertThat(pins.get("aws:ResourceAccount"))
        .hasToString(images ? "[\"602401143452\"]" : "[\"333333333333\"]");
    if (images) {
      assertThat(statement.get("Action"))
          .hasToString(
              "[\"ecr:BatchCheckLayerAvailability\",\"ecr:BatchGetImage\","
                  + "\"ecr:GetDownloadUrlForLayer\"]");
    }
  }

  @Test
  void should_call_endpoint_services_as_their_region_does() {
    assertThat(services(cell(NatGateways.NONE)))
        .contains("com.amazonaws.eu-west-1.ecr.api", "com.amazonaws.eu-west-1.aps-workspaces");
    assertThat(
            services(
                SampleFleet.cell(
                    "cn-north-1-cell-01", "333333333333", "10.3.0.0/16", NatGateways.NONE, 1, 2)))
        .contains("cn.com.amazonaws.cn-north-1.ecr.api", "com.amazonaws.cn-north-1.logs")
        .noneMatch(service -> service.endsWith("aps-workspaces"));
  }

  @Test
  void should_reach_what_only_controllers_in_the_cluster_call_with_node_groups_only() {
    Cell auto = cell(NatGateways.NONE);
    Set<String> added =
        Stream.of(services(SampleFleet.with(NodeProvisioning.NODE_GROUPS, auto)))
            .flatMap(List::stream)
            .filter(service -> !services(auto).contains(service))
            .collect(toSet());
    assertThat(added)
        .containsExactlyInAnyOrder(
            "com.amazonaws.eu-west-1.autoscaling", "com.amazonaws.eu-west-1.elasticloadbalancing");
  }

  @ParameterizedTest
  @EnumSource
  void should_name_groups_in_rules_and_addresses_at_the_two_ends_of_the_cell_only(NatGateways nat) {
    // GIVEN
    List<Declared> ingress = declared(nat, INGRESS);
    List<Declared> egress = declared(nat, EGRESS);
    // THEN
    assertThat(ingress)
        .hasSizeGreaterThan(10)
        .filteredOn(rule -> rule.input("referencedSecurityGroupId").isEmpty())
        .extracting(NetworkWallsTest::rule)
        .containsExactly("entrance 10.0.0.0/22 tcp 443");
    assertThat(egress)
        .hasSizeGreaterThan(10)
        .filteredOn(rule -> !rule.input("cidrIpv4").isEmpty())
        .extracting(NetworkWallsTest::rule)
        .isEqualTo(
            nat == NatGateways.NONE
                ? List.of()
                // EKS makes the cluster's group; nodes of Auto Mode carry it beside their own.
                : List.of("cluster (security group) 0.0.0.0/0 tcp 443", "nodes 0.0.0.0/0 tcp 443"));
    assertThat(egress)
        .filteredOn(rule -> !rule.input("prefixListId").isEmpty())
        .extracting(rule -> rule.input("securityGroupId") + " " + rule.input("prefixListId"))
        .containsExactly(
            "eu-west-1-cell-03-cluster (security group) eu-west-1-cell-03-dynamodb (prefix list)",
            "eu-west-1-cell-03-cluster (security group) eu-west-1-cell-03-s3 (prefix list)",
            "eu-west-1-cell-03-installer (id) eu-west-1-cell-03-s3 (prefix list)",
            "eu-west-1-cell-03-nodes (id) eu-west-1-cell-03-dynamodb (prefix list)",
            "eu-west-1-cell-03-nodes (id) eu-west-1-cell-03-s3 (prefix list)");
  }

  private static String rule(Declared rule) {
    assertThat(rule.input("fromPort")).isEqualTo(rule.input("toPort"));
    return "%s %s %s %.0f"
        .formatted(
            rule.input("securityGroupId").replaceAll("eu-west-1-cell-03-| \\(id\\)", ""),
            rule.input("cidrIpv4"),
            rule.input("ipProtocol"),
            Double.parseDouble(rule.input("fromPort")));
  }

  @Test
  void should_let_nothing_out_of_what_is_only_called() {
    // GIVEN
    Set<String> callers =
        declared(NatGateways.PER_ZONE, EGRESS).stream()
            .map(rule -> rule.input("securityGroupId"))
            .collect(toSet());
    // THEN
    assertThat(callers)
        .isNotEmpty()
        .doesNotContain(
            "eu-west-1-cell-03-database (id)",
            "eu-west-1-cell-03-cache (id)",
            "eu-west-1-cell-03-endpoints (id)");
  }

  @Test
  void should_leave_no_rule_to_a_security_group_itself() {
    assertThat(declared(NatGateways.PER_ZONE, "aws:ec2/securityGroup:SecurityGroup"))
        .hasSize(9)
        .allSatisfy(
            group ->
                assertThat(group.inputs().keySet())
                    .doesNotContain("ingress", "egress")
                    .contains("description", "vpcId"));
  }

  @Test
  void should_let_every_part_be_called_only_by_whom_it_serves() {
    assertThat(SampleFleet.plan(cell(NatGateways.PER_ZONE)).network().securityGroups().links())
        .extracting(SecurityGroupsPlan.Link::ingress)
        .containsExactlyInAnyOrder(
            "eu-west-1-cell-03-load-balancer-from-entrance-443",
            "eu-west-1-cell-03-nodes-from-load-balancer-8443",
            "eu-west-1-cell-03-nodes-from-load-balancer-19003",
            "eu-west-1-cell-03-nodes-from-cluster",
            "eu-west-1-cell-03-cluster-from-nodes-443",
            "eu-west-1-cell-03-nodes-from-nodes",
            "eu-west-1-cell-03-endpoints-from-nodes-443",
            "eu-west-1-cell-03-database-from-nodes-5432",
            "eu-west-1-cell-03-cache-from-nodes-6379",
            "eu-west-1-cell-03-cluster-from-installer-443",
            "eu-west-1-cell-03-endpoints-from-installer-443",
            "eu-west-1-cell-03-cluster-from-scraper-443",
            "eu-west-1-cell-03-nodes-from-scraper");
  }

  @Test
  void should_admit_nodes_to_the_ports_of_data_and_answers_back() {
    // GIVEN six zones, the most that a cell has
    Cell cell =
        SampleFleet.cell(
            "eu-west-1-cell-03",
            "333333333333",
            "10.3.0.0/16",
            NatGateways.NONE,
            SampleFleet.zones(6));
    // WHEN
    var acl =
        SampleFleet.plan(cell).network().networkAcls().stream()
            .filter(one -> one.tier() == Tier.DATA)
            .findFirst()
            .orElseThrow();
    // THEN AWS allows 20 rules in each direction
    assertThat(acl.ingress()).hasSize(12).extracting(Rule::number).doesNotHaveDuplicates();
    assertThat(acl.ingress())
        .extracting(rule -> rule.cidr() + " " + rule.from() + "-" + rule.to())
        .startsWith("10.3.0.0/19 5432-5432", "10.3.32.0/19 5432-5432")
        .endsWith("10.3.128.0/19 6379-6379", "10.3.160.0/19 6379-6379");
    assertThat(acl.egress())
        .extracting(rule -> rule.number() + " " + rule.cidr() + " " + rule.from() + "-" + rule.to())
        .hasSize(6)
        .startsWith("100 10.3.0.0/19 1024-65535", "110 10.3.32.0/19 1024-65535");
  }
}
