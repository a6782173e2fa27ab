package io.cellwall.policies.network;

import io.cellwall.policies.network.connector.DeclaredConnectors;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Clean stacks to start from: two cells and the edge that reaches both by PrivateLink. */
final class Cells {

  static final String VPC = "aws:ec2/vpc:Vpc";
  static final String SUBNET = "aws:ec2/subnet:Subnet";
  static final String ROUTE_TABLE = "aws:ec2/routeTable:RouteTable";
  static final String ROUTE = "aws:ec2/route:Route";
  static final String ASSOCIATION = "aws:ec2/routeTableAssociation:RouteTableAssociation";
  static final String GROUP = "aws:ec2/securityGroup:SecurityGroup";
  static final String INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
  static final String EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
  static final String INSTANCE = "aws:ec2/instance:Instance";
  static final String BALANCER = "aws:lb/loadBalancer:LoadBalancer";
  static final String LISTENER = "aws:lb/listener:Listener";
  static final String TARGET_GROUP = "aws:lb/targetGroup:TargetGroup";
  static final String SERVICE = "aws:ec2/vpcEndpointService:VpcEndpointService";
  static final String ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
  static final String POLICY =
      "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"s3:*\",\"Resource\":\"*\","
          + "\"Condition\":{\"StringEquals\":{\"aws:ResourceAccount\":\"111111111111\"}}}]}";

  static final String EDGE_ACCOUNT = "999999999999";

  final StackOf a = cell("cell-a", "111111111111", "10.1");
  final StackOf b = cell("cell-b", "222222222222", "10.2");
  final StackOf edge = edge();

  static final DeclaredConnectors DECLARED =
      DeclaredConnectors.privateLinks(
          Set.of(
              new DeclaredConnectors.PrivateLink("edge", "cell-a"),
              new DeclaredConnectors.PrivateLink("edge", "cell-b")));

  NetworkProof prove() {
    return NetworkProof.of(List.of(a.graph(), b.graph(), edge.graph()), DECLARED);
  }

  /** A cell with a /16, such as 10.1. */
  static StackOf cell(String name, String account, String block) {
    StackOf cell = new StackOf(name, account);
    String vpc = cell.add(VPC, "vpc", "cidrBlock", block + ".0.0/16");
    String app = cell.add(SUBNET, "app", "vpcId", vpc, "cidrBlock", block + ".1.0/24");
    String shared = cell.add(SUBNET, "public", "vpcId", vpc, "cidrBlock", block + ".2.0/24");
    String igw = cell.add("aws:ec2/internetGateway:InternetGateway", "igw", "vpcId", vpc);
    String nat =
        cell.add(
            "aws:ec2/natGateway:NatGateway", "nat", "subnetId", shared, "allocationId", "eipalloc");
    String table = cell.add(ROUTE_TABLE, "app", "vpcId", vpc);
    cell.add(
        ROUTE,
        "out",
        "routeTableId",
        table,
        "destinationCidrBlock",
        "0.0.0.0/0",
        "natGatewayId",
        nat);
    cell.add(ASSOCIATION, "app", "routeTableId", table, "subnetId", app);
    String open =
        cell.add(
            ROUTE_TABLE,
            "public",
            "vpcId",
            vpc,
            "routes",
            List.of(StackOf.map("cidrBlock", "0.0.0.0/0", "gatewayId", igw)));
    cell.add(ASSOCIATION, "public", "routeTableId", open, "subnetId", shared);
    String group = cell.add(GROUP, "app", "vpcId", vpc);
    cell.add(
        INGRESS,
        "in",
        "securityGroupId",
        group,
        "cidrIpv4",
        block + ".0.0/16",
        "ipProtocol",
        "tcp",
        "fromPort",
        8080,
        "toPort",
        8080);
    cell.add(EGRESS, "out", "securityGroupId", group, "cidrIpv4", "0.0.0.0/0", "ipProtocol", "-1");
    String instance =
        cell.add(
            INSTANCE,
            "app",
            "subnetId",
            app,
            "vpcSecurityGroupIds",
            List.of(group),
            "privateIp",
            block + ".1.10");
    String balancer =
        cell.add(
            BALANCER,
            "nlb",
            "internal",
            true,
            "loadBalancerType",
            "network",
            "subnets",
            List.of(app));
    String targets = cell.add(TARGET_GROUP, "app", "vpcId", vpc, "port", 8080, "protocol", "TCP");
    cell.add(
        "aws:lb/targetGroupAttachment:TargetGroupAttachment",
        "app",
        "targetGroupArn",
        targets,
        "targetId",
        instance,
        "port",
        8080);
    cell.add(
        LISTENER,
        "tls",
        "loadBalancerArn",
        balancer,
        "port",
        443,
        "protocol",
        "TCP",
        "defaultActions",
        List.of(StackOf.map("type", "forward", "targetGroupArn", targets)));
    cell.add(
        SERVICE,
        "service",
        "acceptanceRequired",
        true,
        "networkLoadBalancerArns",
        List.of(balancer),
        "allowedPrincipals",
        List.of("arn:aws:iam::" + EDGE_ACCOUNT + ":role/router"));
    cell.add(
        ENDPOINT,
        "s3",
        "vpcId",
        vpc,
        "serviceName",
        "com.amazonaws.eu-west-1.s3",
        "vpcEndpointType",
        "Gateway",
        "routeTableIds",
        List.of(table),
        "policy",
        POLICY);
    String zone =
        cell.add(
            "aws:route53/zone:Zone",
            "private",
            "name",
            name + ".internal",
            "vpcs",
            List.of(StackOf.map("vpcId", vpc)));
    cell.add(
        "aws:route53/record:Record",
        "app",
        "zoneId",
        zone,
        "name",
        "app." + name + ".internal",
        "type",
        "A",
        "records",
        List.of(block + ".1.10"));
    return cell;
  }

  private StackOf edge() {
    StackOf stack = new StackOf("edge", EDGE_ACCOUNT);
    String vpc = stack.add(VPC, "vpc", "cidrBlock", "10.200.0.0/16");
    String subnet = stack.add(SUBNET, "router", "vpcId", vpc, "cidrBlock", "10.200.1.0/24");
    String group =
        stack.add(
            GROUP, "endpoint", "vpcId", vpc, "ingress", List.of(rule("tcp", 443, "10.200.0.0/16")));
    String routers =
        stack.add(
            GROUP, "router", "vpcId", vpc, "egress", List.of(rule("tcp", 443, "10.200.0.0/16")));
    stack.add(INSTANCE, "router", "subnetId", subnet, "vpcSecurityGroupIds", List.of(routers));
    for (Map.Entry<String, StackOf> cell : Map.of("cell-a", a, "cell-b", b).entrySet()) {
      stack.add(
          ENDPOINT,
          cell.getKey(),
          "vpcId",
          vpc,
          "subnetIds",
          List.of(subnet),
          "securityGroupIds",
          List.of(group),
          "vpcEndpointType",
          "Interface",
          "serviceName",
          "com.amazonaws.vpce.eu-west-1." + cell.getValue().id(SERVICE, "service"));
    }
    return stack;
  }

  /** An inline rule of a security group. */
  static Map<String, Object> rule(String protocol, int port, String cidr) {
    return StackOf.map(
        "protocol", protocol, "fromPort", port, "toPort", port, "cidrBlocks", List.of(cidr));
  }
}
