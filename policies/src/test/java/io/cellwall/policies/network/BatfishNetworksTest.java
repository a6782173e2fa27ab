package io.cellwall.policies.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.policies.network.connector.DeclaredConnectors;
import io.cellwall.policies.network.path.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Networks after the idea of those that Batfish tests its AWS model with (Apache-2.0, {@code
 * projects/batfish/src/test/java/org/batfish/representation/aws}), in our own data, with the
 * verdicts known from there. Where a test there ends in DENIED_IN, the security group is what
 * holds; opened, the same path must be found.
 */
class BatfishNetworksTest {

  private static final String AT = "aws:ec2transitgateway/";
  private static final String TGW = AT + "transitGateway:TransitGateway";
  private static final String TABLE = AT + "routeTable:RouteTable";
  private static final String ATTACHMENT = AT + "vpcAttachment:VpcAttachment";
  private static final Map<String, Object> EVERYTHING =
      StackOf.map("protocol", "-1", "fromPort", 0, "toPort", 0, "cidrBlocks", List.of("0.0.0.0/0"));

  /** A VPC with one subnet and instance; its group lets everything out, and in if it is open. */
  private static StackOf site(String name, String block, boolean open) {
    StackOf stack = new StackOf(name, "1");
    String vpc = stack.add(Cells.VPC, "vpc", "cidrBlock", block + ".0.0/16");
    String group =
        stack.add(
            Cells.GROUP,
            "group",
            "vpcId",
            vpc,
            "egress",
            List.of(EVERYTHING),
            "ingress",
            open ? List.of(EVERYTHING) : List.of());
    subnet(stack, "one", block + ".10.0/24", block + ".10.100", group);
    return stack;
  }

  private static void subnet(
      StackOf stack, String name, String block, String address, String group) {
    String vpc = stack.id(Cells.VPC, "vpc");
    String subnet = stack.add(Cells.SUBNET, name, "vpcId", vpc, "cidrBlock", block);
    stack.add(
        Cells.INSTANCE,
        name,
        "subnetId",
        subnet,
        "privateIp",
        address,
        "vpcSecurityGroupIds",
        List.of(group));
    String table = stack.add(Cells.ROUTE_TABLE, name, "vpcId", vpc);
    stack.add(Cells.ASSOCIATION, name, "subnetId", subnet, "routeTableId", table);
  }

  private static void route(
      StackOf stack, String subnet, String to, String property, String target) {
    stack.add(
        Cells.ROUTE,
        subnet + to.replace('/', '-'),
        "routeTableId",
        stack.id(Cells.ROUTE_TABLE, subnet),
        "destinationCidrBlock",
        to,
        property,
        target);
  }

  private static String attach(StackOf stack, String gateway, boolean byDefault) {
    return stack.add(
        ATTACHMENT,
        "attached",
        "vpcId",
        stack.id(Cells.VPC, "vpc"),
        "transitGatewayId",
        gateway,
        "transitGatewayDefaultRouteTableAssociation",
        byDefault,
        "transitGatewayDefaultRouteTablePropagation",
        byDefault);
  }

  private static void associate(StackOf hub, String name, String attachment, String table) {
    hub.add(
        AT + "routeTableAssociation:RouteTableAssociation",
        name,
        "transitGatewayAttachmentId",
        attachment,
        "transitGatewayRouteTableId",
        table);
  }

  private static void propagate(StackOf hub, String name, String attachment, String table) {
    hub.add(
        AT + "routeTablePropagation:RouteTablePropagation",
        name,
        "transitGatewayAttachmentId",
        attachment,
        "transitGatewayRouteTableId",
        table);
  }

  private static NetworkProof prove(StackOf... stacks) {
    return NetworkProof.of(
        java.util.Arrays.stream(stacks).map(StackOf::graph).toList(), DeclaredConnectors.none());
  }

  private static List<String> names(Verdict verdict) {
    assertThat(verdict).isInstanceOf(Verdict.Path.class);
    return ((Verdict.Path) verdict)
        .witness().hops().stream()
            .map(
                hop ->
                    hop.urn().split("::", -1)[0].substring("urn:pulumi:".length())
                        + " "
                        + hop.urn().substring(hop.urn().lastIndexOf(':') + 1)
                        + "."
                        + hop.property())
            .toList();
  }

  private static StackOf[] peering(boolean open) {
    StackOf a = site("a", "10.10", open);
    StackOf b = site("b", "192.168", open);
    String pcx =
        a.add(
            "aws:ec2/vpcPeeringConnection:VpcPeeringConnection",
            "peering",
            "vpcId",
            a.id(Cells.VPC, "vpc"),
            "peerVpcId",
            b.id(Cells.VPC, "vpc"));
    // a routes to b's used subnet only, b to all of a
    route(a, "one", "192.168.10.0/24", "vpcPeeringConnectionId", pcx);
    route(b, "one", "10.10.0.0/16", "vpcPeeringConnectionId", pcx);
    return new StackOf[] {a, b};
  }

  @Test
  void should_hold_a_peering_by_security_groups_alone() {
    // WHEN
    NetworkProof proof = prove(peering(false));
    // THEN
    assertThat(proof.verdict("a", "b").isProven()).isTrue();
    assertThat(proof.verdict("b", "a").isProven()).isTrue();
    assertThat(proof.undeclared()).extracting("property").contains("peerVpcId");
  }

  @Test
  void should_pass_a_peering_once_groups_are_open() {
    // WHEN
    NetworkProof proof = prove(peering(true));
    // THEN
    assertThat(names(proof.verdict("a", "b")))
        .containsExactly(
            "a one.subnetId",
            "a group.egress[0]",
            "a one192.168.10.0-24.vpcPeeringConnectionId",
            "b one.subnetId",
            "b group.ingress[0]");
    assertThat(((Verdict.Path) proof.verdict("a", "b")).witness().packet().orElseThrow())
        .hasToString("tcp 10.10.10.100 -> 192.168.10.100 port 443");
    assertThat(proof.verdict("b", "a")).isInstanceOf(Verdict.Path.class);
  }

  @Test
  void should_stop_at_the_subnet_without_a_route_but_reach_it_from_outside() {
    // GIVEN a second subnet of a that does not point to the gateway
    StackOf hub = new StackOf("hub", "1");
    String tgw = hub.add(TGW, "tgw");
    StackOf a = new StackOf("a", "1");
    String vpc = a.add(Cells.VPC, "vpc", "cidrBlock", "10.10.0.0/16");
    String group =
        a.add(
            Cells.GROUP,
            "group",
            "vpcId",
            vpc,
            "egress",
            List.of(EVERYTHING),
            "ingress",
            List.of(EVERYTHING));
    subnet(a, "two", "10.10.20.0/24", "10.10.20.154", group);
    StackOf b = site("b", "192.168", true);
    attach(a, tgw, true);
    attach(b, tgw, true);
    route(b, "one", "10.10.0.0/16", "transitGatewayId", tgw);
    // WHEN
    NetworkProof proof = prove(hub, a, b);
    // THEN
    assertThat(proof.verdict("a", "b").isProven()).isTrue();
    assertThat(names(proof.verdict("b", "a")))
        .contains("hub tgw.defaultRouteTablePropagation", "a two.subnetId");
  }

  @Test
  void should_look_each_attachment_up_in_its_own_table() {
    // GIVEN two tables: a is looked up where b propagates, b where nobody does
    StackOf hub = new StackOf("hub", "1");
    String tgw = hub.add(TGW, "tgw");
    String first = hub.add(TABLE, "first", "transitGatewayId", tgw);
    String second = hub.add(TABLE, "second", "transitGatewayId", tgw);
    StackOf a = site("a", "10.10", true);
    StackOf b = site("b", "192.168", true);
    String ofA = attach(a, tgw, false);
    String ofB = attach(b, tgw, false);
    associate(hub, "a", ofA, first);
    associate(hub, "b", ofB, second);
    propagate(hub, "b", ofB, first);
    route(a, "one", "192.168.0.0/16", "transitGatewayId", tgw);
    route(b, "one", "10.10.0.0/16", "transitGatewayId", tgw);
    // WHEN
    NetworkProof proof = prove(hub, a, b);
    // THEN
    assertThat(proof.verdict("a", "b")).isInstanceOf(Verdict.Path.class);
    assertThat(proof.verdict("b", "a").isProven()).isTrue();
    assertThat(proof.verdict("b", "a"))
        .isEqualTo(
            new Verdict.Proven(
                "connectors join them, but no packet gets through", java.util.Optional.empty()));
  }

  @Test
  void should_prefer_a_static_blackhole_to_a_propagated_route() {
    // GIVEN
    StackOf hub = new StackOf("hub", "1");
    String tgw = hub.add(TGW, "tgw");
    StackOf a = site("a", "10.10", true);
    StackOf b = site("b", "192.168", true);
    attach(a, tgw, true);
    attach(b, tgw, true);
    route(a, "one", "0.0.0.0/0", "transitGatewayId", tgw);
    assertThat(prove(hub, a, b).verdict("a", "b")).isInstanceOf(Verdict.Path.class);
    // WHEN
    hub.add(
        AT + "route:Route",
        "hole",
        "destinationCidrBlock",
        "192.168.0.0/16",
        "blackhole",
        true,
        "transitGatewayRouteTableId",
        hub.id(TGW, "tgw"));
    // THEN
    assertThat(prove(hub, a, b).verdict("a", "b").isProven()).isTrue();
  }

  /** Two gateways peered; the route over the peering is static, and on one side only for fish. */
  private static StackOf[] peeredGateways() {
    StackOf hub = new StackOf("hub", "1");
    String bat = hub.add(TGW, "bat");
    String fish = hub.add(TGW, "fish");
    String peering =
        hub.add(
            AT + "peeringAttachment:PeeringAttachment",
            "peering",
            "transitGatewayId",
            bat,
            "peerTransitGatewayId",
            fish,
            "transitGatewayDefaultRouteTableAssociation",
            false);
    String tableOne = hub.add(TABLE, "one", "transitGatewayId", bat);
    String tableTwo = hub.add(TABLE, "two", "transitGatewayId", bat);
    String tableFish = hub.add(TABLE, "fish", "transitGatewayId", fish);
    StackOf one = site("bat1", "10.10", true);
    StackOf two = site("bat2", "10.20", true);
    StackOf other = site("fish", "192.168", true);
    String ofOne = attach(one, bat, false);
    String ofTwo = attach(two, bat, false);
    String ofFish = attach(other, fish, false);
    associate(hub, "one", ofOne, tableOne);
    associate(hub, "two", ofTwo, tableTwo);
    associate(hub, "fish", ofFish, tableFish);
    associate(hub, "peering", peering, tableFish);
    propagate(hub, "fish", ofFish, tableFish);
    hub.add(
        AT + "route:Route",
        "over",
        "destinationCidrBlock",
        "192.168.0.0/16",
        "transitGatewayAttachmentId",
        peering,
        "transitGatewayRouteTableId",
        tableTwo);
    for (StackOf stack : List.of(one, two)) {
      route(stack, "one", "192.168.0.0/16", "transitGatewayId", bat);
    }
    route(other, "one", "10.0.0.0/8", "transitGatewayId", fish);
    return new StackOf[] {hub, one, two, other};
  }

  @Test
  void should_cross_peered_gateways_only_by_static_routes() {
    // WHEN
    NetworkProof proof = prove(peeredGateways());
    // THEN
    assertThat(proof.verdict("bat1", "fish").isProven()).isTrue();
    assertThat(proof.verdict("fish", "bat1").isProven()).isTrue();
    assertThat(proof.verdict("fish", "bat2").isProven()).isTrue();
    assertThat(names(proof.verdict("bat2", "fish")))
        .containsSubsequence(
            "bat2 one192.168.0.0-16.transitGatewayId",
            "hub over.transitGatewayAttachmentId",
            "hub fish.transitGatewayAttachmentId",
            "fish one.subnetId");
  }

  @Test
  void should_not_pass_on_through_a_peered_vpc() {
    // GIVEN a - b - c, where a routes c's addresses to b
    StackOf a = site("a", "10.1", true);
    StackOf b = site("b", "10.2", true);
    StackOf c = site("c", "10.3", true);
    String kind = "aws:ec2/vpcPeeringConnection:VpcPeeringConnection";
    String ab =
        a.add(kind, "ab", "vpcId", a.id(Cells.VPC, "vpc"), "peerVpcId", b.id(Cells.VPC, "vpc"));
    String bc =
        b.add(kind, "bc", "vpcId", b.id(Cells.VPC, "vpc"), "peerVpcId", c.id(Cells.VPC, "vpc"));
    route(a, "one", "10.0.0.0/8", "vpcPeeringConnectionId", ab);
    route(b, "one", "10.3.0.0/16", "vpcPeeringConnectionId", bc);
    // WHEN
    NetworkProof proof = prove(a, b, c);
    // THEN
    assertThat(proof.verdict("a", "b")).isInstanceOf(Verdict.Path.class);
    assertThat(proof.verdict("b", "c")).isInstanceOf(Verdict.Path.class);
    assertThat(proof.verdict("a", "c").isProven()).isTrue();
  }
}
