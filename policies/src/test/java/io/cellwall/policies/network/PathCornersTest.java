package io.cellwall.policies.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.policies.network.connector.DeclaredConnectors;
import io.cellwall.policies.network.path.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PathCornersTest {

  private static final String PEERING = "aws:ec2/vpcPeeringConnection:VpcPeeringConnection";
  private static final String ATTACHMENT = "aws:ec2transitgateway/vpcAttachment:VpcAttachment";
  private static final String ACL = "aws:ec2/networkAcl:NetworkAcl";

  private static Map<String, Object> everything(Object block) {
    return StackOf.map("protocol", "-1", "fromPort", 0, "toPort", 0, "cidrBlocks", List.of(block));
  }

  private static StackOf site(String name, String block, Object allowed) {
    StackOf stack = new StackOf(name, "1");
    String vpc = stack.add(Cells.VPC, "vpc", "cidrBlock", block + ".0.0/16");
    String subnet = stack.add(Cells.SUBNET, "one", "vpcId", vpc, "cidrBlock", block + ".1.0/24");
    String group =
        stack.add(
            Cells.GROUP,
            "group",
            "vpcId",
            vpc,
            "egress",
            List.of(everything("0.0.0.0/0")),
            "ingress",
            List.of(everything(allowed)));
    stack.add(
        Cells.INSTANCE,
        "one",
        "subnetId",
        subnet,
        "privateIp",
        block + ".1.10",
        "vpcSecurityGroupIds",
        List.of(group));
    String table = stack.add(Cells.ROUTE_TABLE, "one", "vpcId", vpc);
    stack.add(Cells.ASSOCIATION, "one", "subnetId", subnet, "routeTableId", table);
    return stack;
  }

  private static void route(StackOf stack, String to, String property, Object target) {
    stack.add(
        Cells.ROUTE,
        "to" + to.replace('/', '-'),
        "routeTableId",
        stack.id(Cells.ROUTE_TABLE, "one"),
        "destinationCidrBlock",
        to,
        property,
        target);
  }

  private static StackOf[] peered(Object allowedInB) {
    StackOf a = site("a", "10.1", "10.1.0.0/16");
    StackOf b = site("b", "10.2", allowedInB);
    String pcx =
        a.add(
            PEERING,
            "peering",
            "vpcId",
            a.id(Cells.VPC, "vpc"),
            "peerVpcId",
            b.id(Cells.VPC, "vpc"));
    route(a, "10.2.0.0/16", "vpcPeeringConnectionId", pcx);
    return new StackOf[] {a, b};
  }

  private static NetworkProof prove(StackOf... stacks) {
    return NetworkProof.of(
        java.util.Arrays.stream(stacks).map(StackOf::graph).toList(), DeclaredConnectors.none());
  }

  @Test
  void should_be_undecided_where_an_allowance_is_unknown() {
    // WHEN
    Verdict verdict = prove(peered(StackOf.UNKNOWN)).verdict("a", "b");
    // THEN
    assertThat(verdict).isInstanceOf(Verdict.Undecided.class);
    assertThat(((Verdict.Undecided) verdict).possible()).isPresent();
    assertThat(((Verdict.Undecided) verdict).why())
        .isEqualTo(
            "a packet could get to urn:pulumi:b::test::aws:ec2/securityGroup:SecurityGroup::group,"
                + " depending on what the graphs leave open");
  }

  @Test
  void should_deny_nothing_by_an_unknown_denial() {
    // GIVEN an ACL that denies an unknown range, then allows everything
    StackOf[] stacks = peered("10.1.0.0/16");
    Map<String, Object> denial =
        StackOf.map(
            "ruleNo",
            1,
            "action",
            "deny",
            "protocol",
            "-1",
            "fromPort",
            0,
            "toPort",
            0,
            "cidrBlock",
            StackOf.UNKNOWN);
    Map<String, Object> allowance =
        StackOf.map(
            "ruleNo",
            2,
            "action",
            "allow",
            "protocol",
            "-1",
            "fromPort",
            0,
            "toPort",
            0,
            "cidrBlock",
            "0.0.0.0/0");
    stacks[1].add(
        ACL,
        "acl",
        "vpcId",
        stacks[1].id(Cells.VPC, "vpc"),
        "subnetIds",
        List.of(stacks[1].id(Cells.SUBNET, "one")),
        "ingress",
        List.of(denial, allowance),
        "egress",
        List.of(allowance));
    // WHEN
    Verdict verdict = prove(stacks).verdict("a", "b");
    // THEN it may or may not hold
    assertThat(verdict).isInstanceOf(Verdict.Undecided.class);
  }

  @Test
  void should_hold_by_a_known_denial_before_an_allowance() {
    // GIVEN
    StackOf[] stacks = peered("10.1.0.0/16");
    assertThat(prove(stacks).verdict("a", "b")).isInstanceOf(Verdict.Path.class);
    Map<String, Object> denial =
        StackOf.map(
            "ruleNo",
            1,
            "action",
            "deny",
            "protocol",
            "-1",
            "fromPort",
            0,
            "toPort",
            0,
            "cidrBlock",
            "10.1.0.0/16");
    Map<String, Object> allowance =
        StackOf.map(
            "ruleNo",
            2,
            "action",
            "allow",
            "protocol",
            "-1",
            "fromPort",
            0,
            "toPort",
            0,
            "cidrBlock",
            "0.0.0.0/0");
    // WHEN
    stacks[1].add(
        ACL,
        "acl",
        "vpcId",
        stacks[1].id(Cells.VPC, "vpc"),
        "subnetIds",
        List.of(stacks[1].id(Cells.SUBNET, "one")),
        "ingress",
        List.of(allowance, denial),
        "egress",
        List.of(allowance));
    // THEN
    assertThat(prove(stacks).verdict("a", "b").isProven()).isTrue();
  }

  @Test
  void should_follow_unknown_ids_to_what_they_derive_from() {
    // GIVEN ids that are unknown, as in a first preview
    StackOf[] stacks = peered("10.1.0.0/16");
    StackOf b = stacks[1];
    b.add(
        Cells.SUBNET,
        "one",
        "cidrBlock",
        "10.2.1.0/24",
        "vpcId",
        StackOf.from(b.urn(Cells.VPC, "vpc")));
    b.add(
        Cells.INSTANCE,
        "one",
        "privateIp",
        "10.2.1.10",
        "subnetId",
        StackOf.from(b.urn(Cells.SUBNET, "one")),
        "vpcSecurityGroupIds",
        StackOf.from(b.urn(Cells.GROUP, "group")));
    // WHEN
    NetworkProof proof = prove(stacks);
    // THEN
    assertThat(proof.verdict("a", "b")).isInstanceOf(Verdict.Path.class);
    assertThat(proof.undecidedStacks()).isEmpty();
  }

  @Test
  void should_be_undecided_where_an_unknown_id_derives_from_nothing() {
    // GIVEN
    StackOf a = site("a", "10.1", "10.1.0.0/16");
    StackOf b = site("b", "10.2", "10.2.0.0/16");
    a.add(PEERING, "peering", "vpcId", a.id(Cells.VPC, "vpc"), "peerVpcId", StackOf.UNKNOWN);
    // WHEN
    NetworkProof proof = prove(a, b);
    // THEN
    assertThat(proof.isProven()).isFalse();
    assertThat(proof.verdict("a", "b"))
        .isEqualTo(
            new Verdict.Undecided(
                "peerVpcId of urn:pulumi:a::test::"
                    + PEERING
                    + "::peering is not known yet, and"
                    + " nothing says which one it is: pass the output of the resource that is meant",
                java.util.Optional.empty()));
  }

  @Test
  void should_see_through_a_look_up_of_another_stacks_vpc() {
    // GIVEN Vpc.get in a, of b's VPC, with its id unknown where it is used
    StackOf a = site("a", "10.1", "10.1.0.0/16");
    StackOf b = site("b", "10.2", "10.1.0.0/16");
    a.read(Cells.VPC, "looked-up", b.id(Cells.VPC, "vpc"));
    String pcx =
        a.add(
            PEERING,
            "peering",
            "vpcId",
            a.id(Cells.VPC, "vpc"),
            "peerVpcId",
            StackOf.from(a.urn(Cells.VPC, "looked-up")));
    route(a, "10.2.0.0/16", "vpcPeeringConnectionId", pcx);
    // WHEN
    NetworkProof proof = prove(a, b);
    // THEN
    assertThat(proof.verdict("a", "b")).isInstanceOf(Verdict.Path.class);
    assertThat(proof.undeclared()).extracting("property").containsExactly("peerVpcId");
  }

  @Test
  void should_reckon_with_anything_in_a_gateway_that_no_graph_has() {
    // GIVEN
    StackOf a = site("a", "10.1", "10.1.0.0/16");
    StackOf b = site("b", "10.2", "10.1.0.0/16");
    for (StackOf stack : List.of(a, b)) {
      stack.add(
          ATTACHMENT,
          "attached",
          "vpcId",
          stack.id(Cells.VPC, "vpc"),
          "transitGatewayId",
          "tgw-0123456789abcdef0");
    }
    route(a, "10.2.0.0/16", "transitGatewayId", "tgw-0123456789abcdef0");
    // WHEN
    NetworkProof proof = prove(a, b);
    // THEN
    assertThat(proof.verdict("a", "b")).isInstanceOf(Verdict.Undecided.class);
    assertThat(((Verdict.Undecided) proof.verdict("a", "b")).why())
        .isEqualTo("tgw-0123456789abcdef0: nothing says what this network does with it");
    assertThat(proof.verdict("b", "a").isProven()).isTrue();
  }

  @Test
  void should_find_the_path_within_a_shared_subnet() {
    // GIVEN an instance of b in a's subnet
    StackOf a = site("a", "10.1", "10.1.0.0/16");
    StackOf b = new StackOf("b", "2");
    b.add(
        Cells.INSTANCE,
        "guest",
        "subnetId",
        a.id(Cells.SUBNET, "one"),
        "privateIp",
        "10.1.1.20",
        "vpcSecurityGroupIds",
        List.of(a.id(Cells.GROUP, "group")));
    // WHEN
    NetworkProof proof = prove(a, b);
    // THEN
    assertThat(proof.verdict("a", "b")).isInstanceOf(Verdict.Path.class);
    assertThat(proof.verdict("b", "a")).isInstanceOf(Verdict.Path.class);
    assertThat(proof.undeclared()).extracting("property").containsExactly("subnetId");
  }

  @Test
  void should_send_through_a_private_nat_gateway_with_its_address() {
    // GIVEN a's subnet leads to a NAT gateway in a second one, and only that to the peering
    StackOf[] stacks = peered("10.1.2.0/24");
    StackOf a = stacks[0];
    assertThat(prove(stacks).verdict("a", "b").isProven()).isTrue();
    String vpc = a.id(Cells.VPC, "vpc");
    String second = a.add(Cells.SUBNET, "two", "vpcId", vpc, "cidrBlock", "10.1.2.0/24");
    String nat =
        a.add(
            "aws:ec2/natGateway:NatGateway",
            "nat",
            "subnetId",
            second,
            "connectivityType",
            "private");
    String table =
        a.add(
            Cells.ROUTE_TABLE,
            "two",
            "vpcId",
            vpc,
            "routes",
            List.of(
                StackOf.map(
                    "cidrBlock",
                    "10.2.0.0/16",
                    "vpcPeeringConnectionId",
                    a.id(PEERING, "peering"))));
    a.add(Cells.ASSOCIATION, "two", "subnetId", second, "routeTableId", table);
    route(a, "10.2.0.0/16", "natGatewayId", nat);
    // WHEN
    Verdict verdict = prove(stacks).verdict("a", "b");
    // THEN
    assertThat(verdict).isInstanceOf(Verdict.Path.class);
    assertThat(((Verdict.Path) verdict).witness().hops())
        .extracting(hop -> hop.packet().orElseThrow().source().toCanonicalString())
        .startsWith("10.1.1.10")
        .endsWith("10.1.2.10");
  }

  @Test
  void should_prefer_the_longer_prefix() {
    // GIVEN everything over the peering, but for b's subnet, which goes to the internet
    StackOf[] stacks = peered("10.1.0.0/16");
    stacks[0].add(
        "aws:ec2/internetGateway:InternetGateway", "igw", "vpcId", stacks[0].id(Cells.VPC, "vpc"));
    // WHEN
    route(
        stacks[0],
        "10.2.1.0/24",
        "gatewayId",
        stacks[0].id("aws:ec2/internetGateway:InternetGateway", "igw"));
    // THEN
    assertThat(prove(stacks).verdict("a", "b").isProven()).isTrue();
  }

  @Test
  void should_follow_ipv6() {
    // GIVEN
    StackOf a = new StackOf("a", "1");
    StackOf b = new StackOf("b", "1");
    for (StackOf stack : List.of(a, b)) {
      String block = stack == a ? "2600:1f16:a:" : "2600:1f16:b:";
      String vpc =
          stack.add(Cells.VPC, "vpc", "cidrBlock", "10.0.0.0/16", "ipv6CidrBlock", block + ":/56");
      String subnet = stack.add(Cells.SUBNET, "one", "vpcId", vpc, "ipv6CidrBlock", block + ":/64");
      Map<String, Object> all =
          StackOf.map(
              "protocol", "-1", "fromPort", 0, "toPort", 0, "ipv6CidrBlocks", List.of("::/0"));
      String group =
          stack.add(
              Cells.GROUP, "g", "vpcId", vpc, "ingress", List.of(all), "egress", List.of(all));
      stack.add(Cells.INSTANCE, "one", "subnetId", subnet, "vpcSecurityGroupIds", List.of(group));
    }
    String pcx =
        a.add(
            PEERING,
            "peering",
            "vpcId",
            a.id(Cells.VPC, "vpc"),
            "peerVpcId",
            b.id(Cells.VPC, "vpc"));
    String table =
        a.add(
            Cells.ROUTE_TABLE,
            "one",
            "vpcId",
            a.id(Cells.VPC, "vpc"),
            "routes",
            List.of(
                StackOf.map("ipv6CidrBlock", "2600:1f16:b::/56", "vpcPeeringConnectionId", pcx)));
    a.add(
        "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation",
        "main",
        "vpcId",
        a.id(Cells.VPC, "vpc"),
        "routeTableId",
        table);
    // WHEN
    NetworkProof proof = prove(a, b);
    // THEN
    assertThat(proof.verdict("a", "b")).isInstanceOf(Verdict.Path.class);
    assertThat(((Verdict.Path) proof.verdict("a", "b")).witness().packet().orElseThrow())
        .hasToString("tcp 2600:1f16:a::a -> 2600:1f16:b::a port 443");
    assertThat(proof.verdict("b", "a").isProven()).isTrue();
    assertThat(proof.openings()).extracting("property").contains("cidrBlock");
  }

  @Test
  void should_find_a_cell_that_goes_through_the_edges_endpoint() {
    // GIVEN cell-a peered with the edge, which has the endpoint to cell-b
    Cells cells = new Cells();
    String pcx =
        cells.a.add(
            PEERING,
            "peering",
            "vpcId",
            cells.a.id(Cells.VPC, "vpc"),
            "peerVpcId",
            cells.edge.id(Cells.VPC, "vpc"));
    cells.a.add(
        Cells.ROUTE,
        "edge",
        "routeTableId",
        cells.a.id(Cells.ROUTE_TABLE, "app"),
        "destinationCidrBlock",
        "10.200.0.0/16",
        "vpcPeeringConnectionId",
        pcx);
    String group = cells.edge.id(Cells.GROUP, "endpoint");
    assertThat(cells.prove().verdict("cell-a", "cell-b").isProven()).isTrue();
    // WHEN the endpoint's group lets cell-a in
    cells.edge.add(
        Cells.INGRESS,
        "wide",
        "securityGroupId",
        group,
        "cidrIpv4",
        "10.1.0.0/16",
        "ipProtocol",
        "tcp",
        "fromPort",
        443,
        "toPort",
        443);
    // THEN
    assertThat(cells.prove().verdict("cell-a", "cell-b")).isInstanceOf(Verdict.Path.class);
    assertThat(cells.prove().verdict("edge", "cell-b").isProven()).isTrue();
  }

  @Test
  void should_count_an_undeclared_private_link_as_a_path() {
    // WHEN
    Cells cells = new Cells();
    NetworkProof proof =
        NetworkProof.of(List.of(cells.a.graph(), cells.edge.graph()), DeclaredConnectors.none());
    // THEN
    assertThat(proof.verdict("edge", "cell-a")).isInstanceOf(Verdict.Path.class);
    assertThat(proof.verdict("cell-a", "edge").isProven()).isTrue();
  }

  @Test
  void should_count_a_vpc_link_into_a_cell_as_a_path() {
    // GIVEN
    Cells cells = new Cells();
    cells.a.add(
        "aws:apigateway/vpcLink:VpcLink", "link", "targetArn", cells.b.id(Cells.BALANCER, "nlb"));
    // WHEN
    Verdict verdict = cells.prove().verdict("cell-a", "cell-b");
    // THEN
    assertThat(verdict).isInstanceOf(Verdict.Path.class);
    assertThat(((Verdict.Path) verdict).witness().hops())
        .extracting("property")
        .containsExactly("targetArn", "arn");
  }

  @Test
  void should_reckon_with_groups_that_something_could_yet_wear() {
    // GIVEN b's instance is closed, but b has an open group that nothing wears
    StackOf[] stacks = peered("10.2.0.0/16");
    assertThat(prove(stacks).verdict("a", "b").isProven()).isTrue();
    // WHEN
    stacks[1].add(
        Cells.GROUP,
        "open",
        "vpcId",
        stacks[1].id(Cells.VPC, "vpc"),
        "ingress",
        List.of(everything("10.1.0.0/16")));
    // THEN
    assertThat(prove(stacks).verdict("a", "b")).isInstanceOf(Verdict.Undecided.class);
  }

  @Test
  void should_refuse_a_stack_that_was_not_given() {
    // WHEN, THEN
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> prove(site("a", "10.1", "10.1.0.0/16")).verdict("a", "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no graph of stack x was given; there are [a]");
  }

  @Test
  void should_not_take_an_accepters_id_for_its_own() {
    // GIVEN states, in which an accepter has the id of what it accepts
    StackOf a = site("a", "10.1", "10.1.0.0/16");
    StackOf b = site("b", "10.2", "10.1.0.0/16");
    String pcx =
        a.add(
            PEERING,
            "peering",
            "vpcId",
            a.id(Cells.VPC, "vpc"),
            "peerVpcId",
            b.id(Cells.VPC, "vpc"));
    b.exported(
        "aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter",
        "accepter",
        pcx,
        "vpcPeeringConnectionId",
        pcx);
    b.exported(
        "aws:ec2/eipAssociation:EipAssociation",
        "address",
        "eipassoc-0123456789abcdef0",
        "networkInterfaceId",
        "eni-0123456789abcdef0",
        "publicIp",
        "198.51.100.7");
    // WHEN
    NetworkProof proof = prove(a, b);
    // THEN
    assertThat(proof.undeclared().stream().filter(each -> each.stack().equals("b")))
        .extracting("property")
        .containsExactly("networkInterfaceId", "vpcPeeringConnectionId");
    assertThat(prove(b).undeclared())
        .extracting("property")
        .containsExactly("networkInterfaceId", "vpcPeeringConnectionId");
  }

  @Test
  void should_be_undecided_where_a_subnet_may_have_either_of_two_tables() {
    // GIVEN
    StackOf[] stacks = peered("10.1.0.0/16");
    StackOf a = stacks[0];
    a.add(Cells.ROUTE_TABLE, "two", "vpcId", a.id(Cells.VPC, "vpc"));
    a.add(
        Cells.ASSOCIATION,
        "one",
        "subnetId",
        a.id(Cells.SUBNET, "one"),
        "routeTableId",
        StackOf.from(a.urn(Cells.ROUTE_TABLE, "one"), a.urn(Cells.ROUTE_TABLE, "two")));
    // WHEN
    Verdict verdict = prove(stacks).verdict("a", "b");
    // THEN
    assertThat(verdict).isInstanceOf(Verdict.Undecided.class);
  }

  @Test
  void should_be_undecided_where_all_routes_are_unknown() {
    // GIVEN
    StackOf[] stacks = peered("10.1.0.0/16");
    StackOf a = stacks[0];
    a.add(Cells.ROUTE_TABLE, "one", "vpcId", a.id(Cells.VPC, "vpc"), "routes", StackOf.UNKNOWN);
    a.add(
        Cells.ROUTE,
        "to10.2.0.0-16",
        "routeTableId",
        "rtb-0123456789abcdef0",
        "destinationCidrBlock",
        "198.51.100.0/24",
        "gatewayId",
        "local");
    // WHEN
    Verdict verdict = prove(stacks).verdict("a", "b");
    // THEN
    assertThat(verdict).isInstanceOf(Verdict.Undecided.class);
    assertThat(((Verdict.Undecided) verdict).possible()).isPresent();
  }
}
