package io.cellwall.fleet.quotas;

import static io.cellwall.fleet.quotas.Counting.one;
import static io.cellwall.fleet.quotas.Counting.onePer;
import static io.cellwall.fleet.quotas.Counting.own;

import io.cellwall.fleet.graph.Declared;
import io.cellwall.fleet.graph.Home;
import io.cellwall.policies.graph.Value;
import io.cellwall.regions.model.QuotaCode;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** What resources of a network count against. */
final class NetworkCounts {

  private static final String RULES_OF_GROUP = "L-0EA8095F";
  private static final String RULES_OF_ACL = "L-2AEEBF1A";
  private static final String ROUTE_TABLES = "L-589F43AA";
  private static final String NETWORK_ACLS = "L-B4A6D682";
  private static final String SECURITY_GROUPS = "L-E79EC296";

  static final Map<String, List<Counting>> ALL =
      Map.ofEntries(
          // AWS makes a main route table, a default ACL and a default group with each VPC.
          Map.entry(
              "aws:ec2/vpc:Vpc",
              List.of(
                  one("L-F678F1CE"),
                  one(SECURITY_GROUPS),
                  own(ROUTE_TABLES, "VPC", vpc -> 1),
                  own(NETWORK_ACLS, "VPC", vpc -> 1))),
          Map.entry("aws:ec2/internetGateway:InternetGateway", List.of(one("L-A4707A72"))),
          Map.entry("aws:ec2/eip:Eip", List.of(one("L-0263D0A3"))),
          Map.entry("aws:ec2/natGateway:NatGateway", List.of(NetworkCounts::natGateway)),
          Map.entry("aws:ec2/subnet:Subnet", List.of(onePer("L-407747CB", "VPC", "vpcId"))),
          Map.entry("aws:ec2/routeTable:RouteTable", List.of(onePer(ROUTE_TABLES, "VPC", "vpcId"))),
          Map.entry(
              "aws:ec2/route:Route", List.of(onePer("L-93826ACB", "route table", "routeTableId"))),
          Map.entry(
              "aws:ec2/networkAcl:NetworkAcl",
              List.of(
                  onePer(NETWORK_ACLS, "VPC", "vpcId"),
                  own(RULES_OF_ACL, "inbound network ACL", acl -> acl.items("ingress").size()),
                  own(RULES_OF_ACL, "outbound network ACL", acl -> acl.items("egress").size()))),
          Map.entry(
              "aws:ec2/networkAclRule:NetworkAclRule",
              List.of(
                  onePer(RULES_OF_ACL, "outbound network ACL", "networkAclId")
                      .when(rule -> Declared.isTrue(rule.node().inputs(), "egress")),
                  onePer(RULES_OF_ACL, "inbound network ACL", "networkAclId")
                      .when(rule -> !Declared.isTrue(rule.node().inputs(), "egress")))),
          Map.entry(
              "aws:ec2/securityGroup:SecurityGroup",
              List.of(
                  one(SECURITY_GROUPS),
                  own(RULES_OF_GROUP, "inbound security group", group -> rules(group, "ingress")),
                  own(RULES_OF_GROUP, "outbound security group", group -> rules(group, "egress")))),
          Map.entry(
              "aws:ec2/securityGroupRule:SecurityGroupRule",
              List.of(
                  onePer(RULES_OF_GROUP, "inbound security group", "securityGroupId")
                      .when(rule -> rule.has("type", "ingress")),
                  onePer(RULES_OF_GROUP, "outbound security group", "securityGroupId")
                      .when(rule -> !rule.has("type", "ingress")))),
          Map.entry(
              "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
              List.of(onePer(RULES_OF_GROUP, "inbound security group", "securityGroupId"))),
          Map.entry(
              "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
              List.of(onePer(RULES_OF_GROUP, "outbound security group", "securityGroupId"))),
          Map.entry(
              "aws:ec2/vpcEndpoint:VpcEndpoint",
              List.of(
                  onePer("L-29B6F2EB", "VPC", "vpcId")
                      .when(endpoint -> endpoint.has("vpcEndpointType", "Interface")),
                  // Without a type it is a gateway.
                  one("L-1B52E74A")
                      .when(
                          endpoint ->
                              endpoint.has("vpcEndpointType", "Gateway")
                                  || endpoint.text("vpcEndpointType").isEmpty()),
                  groups(endpoint -> endpoint.items("securityGroupIds").size()))));

  private NetworkCounts() {}

  /** The security groups of each network interface that AWS makes for a resource. */
  static Counting groups(ToLongFunction<Declared> number) {
    return own("L-2AFB9258", "the interfaces of", number);
  }

  private static void natGateway(Declared gateway, Home home, Tally tally) {
    String zone =
        gateway
            .referred("subnetId")
            .flatMap(
                subnet ->
                    subnet.text("availabilityZoneId").or(() -> subnet.text("availabilityZone")))
            .orElse("an availability zone that is not known yet");
    tally.add(home, QuotaCode.parse("L-FE5A380F"), zone, 1);
  }

  // AWS counts a rule for each source or destination that an entry names.
  private static long rules(Declared group, String direction) {
    long rules = 0;
    for (Value item : group.items(direction)) {
      if (item.bare() instanceof Value.Fields entry) {
        long ends =
            Counting.size(entry, "cidrBlocks", "ipv6CidrBlocks", "prefixListIds", "securityGroups");
        rules += Math.max(1, ends + (Declared.isTrue(entry, "self") ? 1 : 0));
      }
    }
    return rules;
  }
}
