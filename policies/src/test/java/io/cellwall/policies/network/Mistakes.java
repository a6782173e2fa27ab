package io.cellwall.policies.network;

import static io.cellwall.policies.network.StackOf.map;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Ways to cross a network's wall, each with its benign twin. */
final class Mistakes {

  private static final String AT_TGW = "aws:ec2transitgateway/";
  private static final String TGW = AT_TGW + "transitGateway:TransitGateway";
  private static final String ATTACH = AT_TGW + "vpcAttachment:VpcAttachment";
  private static final String TGW_TABLE = AT_TGW + "routeTable:RouteTable";
  private static final String PEERING = "aws:ec2/vpcPeeringConnection:VpcPeeringConnection";
  private static final String RULE = "aws:ec2/securityGroupRule:SecurityGroupRule";
  private static final String LIST = "aws:ec2/managedPrefixList:ManagedPrefixList";
  private static final String LATTICE = "aws:vpclattice/";
  private static final String ZONE = "aws:route53/zone:Zone";

  private final List<Mistake> all = new ArrayList<>();

  static List<Mistake> all() {
    Mistakes mistakes = new Mistakes();
    mistakes.peering();
    mistakes.routes();
    mistakes.transit();
    mistakes.shares();
    mistakes.filters();
    mistakes.privateLink();
    mistakes.services();
    mistakes.names();
    return mistakes.all;
  }

  private void add(
      String name, Consumer<Cells> mistake, String subject, String property, Consumer<Cells> twin) {
    all.add(new Mistake(name, mistake, subject, property, twin));
  }

  /** The same resource, once with a thing of the other cell and once with one of its own. */
  private void pointing(
      String name,
      String type,
      String property,
      BiFunction<Cells, StackOf, String> target,
      Object... others) {
    pointingAt(
        name, type, property, property, (cells, owner) -> target.apply(cells, owner), others);
  }

  private void pointingAt(
      String name,
      String type,
      String property,
      String found,
      BiFunction<Cells, StackOf, Object> target,
      Object... others) {
    add(
        name,
        cells ->
            cells.a.add(type, "it", with(cells, property, target.apply(cells, cells.b), others)),
        "it",
        found,
        cells ->
            cells.a.add(type, "it", with(cells, property, target.apply(cells, cells.a), others)));
  }

  /** Others may hold functions of the cells. */
  @SuppressWarnings("unchecked")
  private static Object[] with(Cells cells, String property, Object value, Object... others) {
    Object[] inputs = new Object[others.length + 2];
    inputs[0] = property;
    inputs[1] = value;
    for (int i = 0; i < others.length; i++) {
      inputs[i + 2] =
          others[i] instanceof BiFunction<?, ?, ?> of
              ? ((BiFunction<Cells, StackOf, Object>) of).apply(cells, cells.a)
              : others[i];
    }
    return inputs;
  }

  private static BiFunction<Cells, StackOf, String> id(String type, String name) {
    return (cells, owner) -> owner.id(type, name);
  }

  private static final BiFunction<Cells, StackOf, String> VPC = id(Cells.VPC, "vpc");
  private static final BiFunction<Cells, StackOf, String> TABLE = id(Cells.ROUTE_TABLE, "app");
  private static final BiFunction<Cells, StackOf, String> APP_GROUP = id(Cells.GROUP, "app");

  private static Consumer<Cells> inA(String type, String name, Object... inputs) {
    return cells -> cells.a.add(type, name, inputs);
  }

  private void peering() {
    pointing("1 peering to a cell", PEERING, "peerVpcId", VPC, "vpcId", VPC);
    add(
        "1 peering to nobody's VPC",
        cells ->
            cells.a.add(
                PEERING,
                "it",
                "vpcId",
                VPC.apply(cells, cells.a),
                "peerVpcId",
                "vpc-0123456789abcdef0",
                "peerOwnerId",
                "333333333333"),
        "it",
        "peerVpcId",
        cells -> {});
    pointing(
        "2 peering to another region",
        PEERING,
        "peerVpcId",
        VPC,
        "vpcId",
        VPC,
        "peerRegion",
        "us-east-1");
    add(
        "3 accepts a foreign request",
        inA(
            "aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter",
            "it",
            "vpcPeeringConnectionId",
            "pcx-0123456789abcdef0",
            "autoAccept",
            true),
        "it",
        "vpcPeeringConnectionId",
        cells -> {});
  }

  private void routes() {
    for (String target :
        List.of("vpcPeeringConnectionId:pcx", "transitGatewayId:tgw", "networkInterfaceId:eni")) {
      String property = target.split(":", -1)[0];
      String value = target.split(":", -1)[1] + "-0123456789abcdef0";
      add(
          "4 route by " + property,
          cells ->
              cells.a.add(
                  Cells.ROUTE,
                  "it",
                  "routeTableId",
                  TABLE.apply(cells, cells.a),
                  "destinationCidrBlock",
                  "10.2.0.0/16",
                  property,
                  value),
          "it",
          property,
          cells -> {});
      add(
          "5 inline route by " + property,
          cells ->
              cells.a.add(
                  Cells.ROUTE_TABLE,
                  "it",
                  "vpcId",
                  VPC.apply(cells, cells.a),
                  "routes",
                  List.of(map("cidrBlock", "10.2.0.0/16", property, value))),
          "it",
          "routes[0]." + property,
          cells -> {});
    }
    add(
        "4 route to a cell's range",
        cells ->
            cells.a.add(
                Cells.ROUTE,
                "it",
                "routeTableId",
                TABLE.apply(cells, cells.a),
                "destinationCidrBlock",
                "10.2.0.0/16",
                "natGatewayId",
                cells.a.id("aws:ec2/natGateway:NatGateway", "nat")),
        "it",
        "destinationCidrBlock",
        cells ->
            cells.a.add(
                Cells.ROUTE,
                "it",
                "routeTableId",
                TABLE.apply(cells, cells.a),
                "destinationCidrBlock",
                "198.51.100.0/24",
                "natGatewayId",
                cells.a.id("aws:ec2/natGateway:NatGateway", "nat")));
    pointing(
        "4 route in a cell's table",
        Cells.ROUTE,
        "routeTableId",
        TABLE,
        "destinationCidrBlock",
        "203.0.113.0/24",
        "natGatewayId",
        id("aws:ec2/natGateway:NatGateway", "nat"));
  }

  private static String closed(StackOf stack) {
    return stack.add(
        TGW,
        "tgw",
        "defaultRouteTableAssociation",
        "disable",
        "defaultRouteTablePropagation",
        "disable");
  }

  private void transit() {
    BiFunction<Cells, StackOf, String> gateway = (cells, owner) -> closed(owner);
    BiFunction<Cells, StackOf, String> table =
        (cells, owner) -> owner.add(TGW_TABLE, "table", "transitGatewayId", closed(owner));
    BiFunction<Cells, StackOf, String> attached =
        (cells, owner) ->
            owner.add(
                ATTACH,
                "attached",
                "transitGatewayId",
                closed(owner),
                "vpcId",
                VPC.apply(cells, owner));
    pointing("6 attachment to a shared gateway", ATTACH, "transitGatewayId", gateway, "vpcId", VPC);
    pointing(
        "7 association with a cell's table",
        AT_TGW + "routeTableAssociation:RouteTableAssociation",
        "transitGatewayRouteTableId",
        table,
        "transitGatewayAttachmentId",
        attached);
    pointing(
        "7 propagation into a cell's table",
        AT_TGW + "routeTablePropagation:RouteTablePropagation",
        "transitGatewayRouteTableId",
        table,
        "transitGatewayAttachmentId",
        attached);
    pointing(
        "8 static route to a cell's attachment",
        AT_TGW + "route:Route",
        "transitGatewayAttachmentId",
        attached,
        "transitGatewayRouteTableId",
        table,
        "destinationCidrBlock",
        "198.51.100.0/24");
    for (String property :
        List.of(
            "autoAcceptSharedAttachments",
            "defaultRouteTableAssociation",
            "defaultRouteTablePropagation")) {
      add(
          "9 gateway with " + property,
          inA(
              TGW,
              "it",
              "defaultRouteTableAssociation",
              property.equals("defaultRouteTableAssociation") ? "enable" : "disable",
              "defaultRouteTablePropagation",
              property.equals("defaultRouteTablePropagation") ? "enable" : "disable",
              "autoAcceptSharedAttachments",
              property.startsWith("auto") ? "enable" : "disable"),
          "it",
          property,
          cells -> closed(cells.a));
    }
    add(
        "9 gateway as AWS makes it",
        inA(TGW, "it"),
        "it",
        "defaultRouteTablePropagation",
        cells -> closed(cells.a));
    add(
        "10 Direct Connect with prefixes of two cells",
        cells -> {
          String vgw =
              cells.a.add(
                  "aws:ec2/vpnGateway:VpnGateway", "vgw", "vpcId", VPC.apply(cells, cells.a));
          cells.a.add(
              "aws:directconnect/gatewayAssociation:GatewayAssociation",
              "it",
              "dxGatewayId",
              "abcd1234",
              "associatedGatewayId",
              vgw,
              "allowedPrefixes",
              List.of("10.1.0.0/16", "10.2.0.0/16"));
        },
        "it",
        "allowedPrefixes[1]",
        cells ->
            cells.a.add(
                "aws:ec2/vpnGateway:VpnGateway", "vgw", "vpcId", VPC.apply(cells, cells.a)));
    add(
        "10 Direct Connect at all",
        cells -> {
          String vgw =
              cells.a.add(
                  "aws:ec2/vpnGateway:VpnGateway", "vgw", "vpcId", VPC.apply(cells, cells.a));
          cells.a.add(
              "aws:directconnect/gatewayAssociation:GatewayAssociation",
              "it",
              "dxGatewayId",
              "abcd1234",
              "associatedGatewayId",
              vgw);
        },
        "it",
        "dxGatewayId",
        cells -> {});
    pointing(
        "- Cloud WAN",
        "aws:networkmanager/vpcAttachment:VpcAttachment",
        "coreNetworkId",
        (cells, owner) -> owner.add("aws:networkmanager/coreNetwork:CoreNetwork", "core"),
        "vpcArn",
        (BiFunction<Cells, StackOf, Object>) (cells, owner) -> owner.arn(Cells.VPC, "vpc"));
    add(
        "- VPN",
        cells ->
            cells.a.add(
                "aws:ec2/vpnConnection:VpnConnection",
                "it",
                "customerGatewayId",
                cells.a.add(
                    "aws:ec2/customerGateway:CustomerGateway", "site", "ipAddress", "198.51.100.1"),
                "vpnGatewayId",
                cells.a.add(
                    "aws:ec2/vpnGateway:VpnGateway", "vgw", "vpcId", VPC.apply(cells, cells.a))),
        "it",
        "customerGatewayId",
        cells -> {});
  }

  private void shares() {
    String share = "aws:ram/resourceShare:ResourceShare";
    String principal = "aws:ram/principalAssociation:PrincipalAssociation";
    add(
        "11 share beyond the organization",
        inA(share, "it", "allowExternalPrincipals", true),
        "it",
        "allowExternalPrincipals",
        inA(share, "it", "allowExternalPrincipals", false));
    for (String foreign :
        List.of(
            "333333333333",
            "222222222222",
            "arn:aws:organizations::111111111111:organization/o-abc",
            "arn:aws:organizations::111111111111:ou/o-abc/ou-1")) {
      add(
          "12 share with " + foreign,
          inA(principal, "it", "principal", foreign),
          "it",
          "principal",
          inA(principal, "it", "principal", "111111111111"));
    }
  }

  private void filters() {
    pointingAt(
        "13 inline rule with a cell's group",
        Cells.GROUP,
        "ingress",
        "ingress[0].securityGroups[0]",
        (cells, owner) ->
            List.of(
                map(
                    "protocol",
                    "-1",
                    "fromPort",
                    0,
                    "toPort",
                    0,
                    "securityGroups",
                    List.of(APP_GROUP.apply(cells, owner)))),
        "vpcId",
        VPC);
    pointing(
        "13 rule with a cell's group",
        RULE,
        "sourceSecurityGroupId",
        APP_GROUP,
        "securityGroupId",
        APP_GROUP,
        "type",
        "ingress",
        "protocol",
        "tcp",
        "fromPort",
        1,
        "toPort",
        2);
    pointing(
        "13 rule in a cell's group",
        RULE,
        "securityGroupId",
        APP_GROUP,
        "type",
        "ingress",
        "self",
        true,
        "protocol",
        "tcp",
        "fromPort",
        1,
        "toPort",
        2);
    pointing(
        "14 ingress rule with a cell's group",
        Cells.INGRESS,
        "referencedSecurityGroupId",
        APP_GROUP,
        "securityGroupId",
        APP_GROUP,
        "ipProtocol",
        "-1");
    add(
        "14 ingress rule with nobody's group",
        cells ->
            cells.a.add(
                Cells.INGRESS,
                "it",
                "referencedSecurityGroupId",
                "sg-0123456789abcdef0",
                "securityGroupId",
                APP_GROUP.apply(cells, cells.a),
                "ipProtocol",
                "-1"),
        "it",
        "referencedSecurityGroupId",
        cells -> {});
    for (String range : List.of("10.2.3.0/24", "10.0.0.0/8", "0.0.0.0/0", "10.99.0.0/16", "::/0")) {
      boolean v6 = range.contains(":");
      add(
          "15 ingress from " + range,
          cells ->
              cells.a.add(
                  Cells.INGRESS,
                  "it",
                  v6 ? "cidrIpv6" : "cidrIpv4",
                  range,
                  "securityGroupId",
                  APP_GROUP.apply(cells, cells.a),
                  "ipProtocol",
                  "tcp",
                  "fromPort",
                  1,
                  "toPort",
                  2),
          "it",
          v6 ? "cidrIpv6" : "cidrIpv4",
          cells ->
              cells.a.add(
                  Cells.INGRESS,
                  "it",
                  "cidrIpv4",
                  "10.1.3.0/24",
                  "securityGroupId",
                  APP_GROUP.apply(cells, cells.a),
                  "ipProtocol",
                  "tcp",
                  "fromPort",
                  1,
                  "toPort",
                  2));
    }
    add(
        "15 egress to a cell",
        cells ->
            cells.a.add(
                Cells.EGRESS,
                "it",
                "cidrIpv4",
                "10.2.0.0/16",
                "securityGroupId",
                APP_GROUP.apply(cells, cells.a),
                "ipProtocol",
                "-1"),
        "it",
        "cidrIpv4",
        cells ->
            cells.a.add(
                Cells.EGRESS,
                "it",
                "cidrIpv4",
                "0.0.0.0/0",
                "securityGroupId",
                APP_GROUP.apply(cells, cells.a),
                "ipProtocol",
                "-1"));
    add(
        "15 ingress from everybody, inline, not public",
        cells ->
            cells.a.add(
                Cells.GROUP,
                "it",
                "vpcId",
                VPC.apply(cells, cells.a),
                "ingress",
                List.of(Cells.rule("tcp", 443, "0.0.0.0/0"))),
        "it",
        "ingress[0].cidrBlocks[0]",
        cells -> {
          String group =
              cells.a.add(
                  Cells.GROUP,
                  "it",
                  "vpcId",
                  VPC.apply(cells, cells.a),
                  "ingress",
                  List.of(Cells.rule("tcp", 443, "0.0.0.0/0")));
          cells.a.add(
              Cells.BALANCER,
              "public",
              "internal",
              false,
              "securityGroups",
              List.of(group),
              "subnets",
              List.of(cells.a.id(Cells.SUBNET, "public")));
        });
    BiFunction<Cells, StackOf, String> list =
        (cells, owner) ->
            owner.add(
                LIST,
                "list",
                "addressFamily",
                "IPv4",
                "entries",
                List.of(map("cidr", owner == cells.a ? "10.1.0.0/16" : "10.2.0.0/16")));
    pointing(
        "16 rule with a cell's prefix list",
        Cells.INGRESS,
        "prefixListId",
        list,
        "securityGroupId",
        APP_GROUP,
        "ipProtocol",
        "-1");
    for (String cidr : List.of("10.2.0.0/16", "10.1.0.0/16")) {
      Consumer<Cells> rule =
          cells ->
              cells.a.add(
                  Cells.INGRESS,
                  "it",
                  "securityGroupId",
                  APP_GROUP.apply(cells, cells.a),
                  "ipProtocol",
                  "-1",
                  "prefixListId",
                  cells.a.add(LIST, "list", "entries", List.of(map("cidr", cidr))));
      if (cidr.startsWith("10.2")) {
        add("16 rule with a list that has a cell's range", rule, "it", "prefixListId", cells -> {});
        add("17 list with a cell's range", rule, "list", "entries[0].cidr", cells -> {});
      } else {
        add(
            "- list of its own",
            inA(PEERING, "it", "peerVpcId", "vpc-0123456789abcdef0"),
            "it",
            "peerVpcId",
            rule);
      }
    }
    pointingAt(
        "17 list entry with a cell's range",
        "aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry",
        "cidr",
        "cidr",
        (cells, owner) -> owner == cells.a ? "10.1.0.0/24" : "10.2.0.0/24",
        "prefixListId",
        list);
    pointingAt(
        "18 overlapping VPC",
        Cells.VPC,
        "cidrBlock",
        "cidrBlock",
        (cells, owner) -> owner == cells.a ? "10.3.0.0/16" : "10.2.128.0/20");
    add(
        "18 overlapping secondary block",
        cells ->
            cells.a.add(
                "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation",
                "it",
                "vpcId",
                VPC.apply(cells, cells.a),
                "cidrBlock",
                "10.2.128.0/20"),
        "vpc",
        "cidrBlock",
        cells ->
            cells.a.add(
                "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation",
                "it",
                "vpcId",
                VPC.apply(cells, cells.a),
                "cidrBlock",
                "10.3.0.0/20"));
  }

  private void privateLink() {
    for (String principal :
        List.of("*", "arn:aws:iam::222222222222:root", "arn:aws:iam::333333333333:root")) {
      add(
          "19 service for " + principal,
          cells ->
              cells.a.add(
                  Cells.SERVICE,
                  "it",
                  "acceptanceRequired",
                  true,
                  "allowedPrincipals",
                  List.of(principal)),
          "it",
          "allowedPrincipals[0]",
          cells ->
              cells.a.add(
                  Cells.SERVICE,
                  "it",
                  "acceptanceRequired",
                  true,
                  "allowedPrincipals",
                  List.of("arn:aws:iam::" + Cells.EDGE_ACCOUNT + ":root")));
      add(
          "20 principal " + principal,
          cells ->
              cells.a.add(
                  "aws:ec2/vpcEndpointServiceAllowedPrinciple:VpcEndpointServiceAllowedPrinciple",
                  "it",
                  "vpcEndpointServiceId",
                  cells.a.id(Cells.SERVICE, "service"),
                  "principalArn",
                  principal),
          "it",
          "principalArn",
          cells ->
              cells.a.add(
                  "aws:ec2/vpcEndpointServiceAllowedPrinciple:VpcEndpointServiceAllowedPrinciple",
                  "it",
                  "vpcEndpointServiceId",
                  cells.a.id(Cells.SERVICE, "service"),
                  "principalArn",
                  "arn:aws:iam::" + Cells.EDGE_ACCOUNT + ":root"));
    }
    add(
        "19 service that asks nobody",
        inA(Cells.SERVICE, "it", "acceptanceRequired", false),
        "it",
        "acceptanceRequired",
        inA(Cells.SERVICE, "it", "acceptanceRequired", true));
    for (String service :
        List.of("of a cell", "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0")) {
      add(
          "21 endpoint of a service " + service,
          cells ->
              cells.a.add(
                  Cells.ENDPOINT,
                  "it",
                  "vpcId",
                  VPC.apply(cells, cells.a),
                  "serviceName",
                  service.startsWith("com")
                      ? service
                      : "com.amazonaws.vpce.eu-west-1." + cells.b.id(Cells.SERVICE, "service"),
                  "vpcEndpointType",
                  "Interface"),
          "it",
          "serviceName",
          cells ->
              cells.a.add(
                  Cells.ENDPOINT,
                  "it",
                  "vpcId",
                  VPC.apply(cells, cells.a),
                  "serviceName",
                  "com.amazonaws.eu-west-1.sqs",
                  "policy",
                  Cells.POLICY,
                  "vpcEndpointType",
                  "Interface"));
    }
    String open =
        "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"*\"},\"Action\":\"*\",\"Resource\":[\"*\"]}}";
    add(
        "22 endpoint without a policy",
        cells ->
            cells.a.add(
                Cells.ENDPOINT,
                "it",
                "vpcId",
                VPC.apply(cells, cells.a),
                "serviceName",
                "com.amazonaws.eu-west-1.dynamodb"),
        "it",
        "policy",
        cells -> {
          String endpoint =
              cells.a.add(
                  Cells.ENDPOINT,
                  "it",
                  "vpcId",
                  VPC.apply(cells, cells.a),
                  "serviceName",
                  "com.amazonaws.eu-west-1.dynamodb");
          cells.a.add(
              "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy",
              "policy",
              "vpcEndpointId",
              endpoint,
              "policy",
              Cells.POLICY);
        });
    add(
        "22 endpoint with AWS's default policy",
        cells ->
            cells.a.add(
                "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy",
                "it",
                "vpcEndpointId",
                cells.a.id(Cells.ENDPOINT, "s3"),
                "policy",
                open),
        "it",
        "policy",
        cells ->
            cells.a.add(
                "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy",
                "it",
                "vpcEndpointId",
                cells.a.id(Cells.ENDPOINT, "s3"),
                "policy",
                Cells.POLICY));
  }

  private void services() {
    BiFunction<Cells, StackOf, String> mesh =
        (cells, owner) -> owner.add(LATTICE + "serviceNetwork:ServiceNetwork", "mesh");
    pointing(
        "23 Lattice association of a VPC",
        LATTICE + "serviceNetworkVpcAssociation:ServiceNetworkVpcAssociation",
        "serviceNetworkIdentifier",
        mesh,
        "vpcIdentifier",
        VPC);
    pointing(
        "23 Lattice association of a service",
        LATTICE + "serviceNetworkServiceAssociation:ServiceNetworkServiceAssociation",
        "serviceNetworkIdentifier",
        mesh,
        "serviceIdentifier",
        (BiFunction<Cells, StackOf, Object>)
            (cells, owner) -> owner.add(LATTICE + "service:Service", "service"));
    pointingAt(
        "24 load balancer in a cell's subnets",
        Cells.BALANCER,
        "subnets",
        "subnets[0]",
        (cells, owner) -> List.of(owner.id(Cells.SUBNET, "app")),
        "internal",
        true,
        "securityGroups",
        (BiFunction<Cells, StackOf, Object>)
            (cells, owner) -> List.of(APP_GROUP.apply(cells, owner)));
    BiFunction<Cells, StackOf, String> targets = id(Cells.TARGET_GROUP, "app");
    pointingAt(
        "24 listener rule to a cell's target group",
        "aws:lb/listenerRule:ListenerRule",
        "actions",
        "actions[0].targetGroupArn",
        (cells, owner) ->
            List.of(map("type", "forward", "targetGroupArn", targets.apply(cells, owner))),
        "listenerArn",
        id(Cells.LISTENER, "tls"));
    pointingAt(
        "24 listener to a cell's target group, weighted",
        Cells.LISTENER,
        "defaultActions",
        "defaultActions[0].forward.targetGroups[0].arn",
        (cells, owner) ->
            List.of(
                map(
                    "type",
                    "forward",
                    "forward",
                    map("targetGroups", List.of(map("arn", targets.apply(cells, owner)))))),
        "loadBalancerArn",
        id(Cells.BALANCER, "nlb"),
        "port",
        8443,
        "protocol",
        "TCP");
    pointingAt(
        "24 target of a cell by address",
        "aws:lb/targetGroupAttachment:TargetGroupAttachment",
        "targetId",
        "targetId",
        (cells, owner) -> owner == cells.a ? "10.1.1.10" : "10.2.1.10",
        "targetGroupArn",
        targets);
    pointing(
        "25 VPC link to a cell",
        "aws:apigateway/vpcLink:VpcLink",
        "targetArn",
        id(Cells.BALANCER, "nlb"));
    pointingAt(
        "26 accelerator to a cell",
        "aws:globalaccelerator/endpointGroup:EndpointGroup",
        "endpointConfigurations",
        "endpointConfigurations[0].endpointId",
        (cells, owner) -> List.of(map("endpointId", owner.id(Cells.BALANCER, "nlb"))),
        "endpointGroupRegion",
        "eu-west-1");
    pointingAt(
        "- CloudFront into a cell",
        "aws:cloudfront/vpcOrigin:VpcOrigin",
        "vpcOriginEndpointConfig",
        "vpcOriginEndpointConfig.arn",
        (cells, owner) -> map("arn", owner.id(Cells.BALANCER, "nlb")));
    String eni = "aws:ec2/networkInterface:NetworkInterface";
    pointing(
        "27 address for a cell's interface",
        "aws:ec2/eipAssociation:EipAssociation",
        "networkInterfaceId",
        (cells, owner) -> owner.add(eni, "eni", "subnetId", owner.id(Cells.SUBNET, "app")),
        "allocationId",
        "eipalloc-of-own");
    pointing("27 subnet in a cell's VPC", Cells.SUBNET, "vpcId", VPC, "cidrBlock", "10.1.9.0/24");
    pointingAt(
        "- function in a cell's subnet",
        "aws:lambda/function:Function",
        "vpcConfig",
        "vpcConfig.subnetIds[0]",
        (cells, owner) ->
            map(
                "subnetIds",
                List.of(owner.id(Cells.SUBNET, "app")),
                "securityGroupIds",
                List.of(cells.a.id(Cells.GROUP, "app"))));
    pointingAt(
        "- function with a cell's group",
        "aws:lambda/function:Function",
        "vpcConfig",
        "vpcConfig.securityGroupIds[0]",
        (cells, owner) ->
            map(
                "subnetIds",
                List.of(cells.a.id(Cells.SUBNET, "app")),
                "securityGroupIds",
                List.of(owner.id(Cells.GROUP, "app"))));
  }

  private void names() {
    pointingAt(
        "28 zone for a cell's VPC",
        ZONE,
        "vpcs",
        "vpcs[0].vpcId",
        (cells, owner) -> List.of(map("vpcId", VPC.apply(cells, owner), "vpcRegion", "us-east-1")));
    pointing(
        "28 zone association of a cell's VPC",
        "aws:route53/zoneAssociation:ZoneAssociation",
        "vpcId",
        VPC,
        "zoneId",
        id(ZONE, "private"));
    pointing(
        "28 association with a cell's zone",
        "aws:route53/zoneAssociation:ZoneAssociation",
        "zoneId",
        id(ZONE, "private"),
        "vpcId",
        VPC);
    pointingAt(
        "29 alias of a cell's load balancer",
        "aws:route53/record:Record",
        "aliases",
        "aliases[0].name",
        (cells, owner) ->
            List.of(
                map(
                    "name",
                    "dualstack.nlb-%08x.elb.eu-west-1.amazonaws.com"
                        .formatted(
                            ((owner == cells.a ? "cell-a" : "cell-b") + Cells.BALANCER + "nlb")
                                .hashCode()))),
        "type",
        "A",
        "name",
        "x.example.org");
    pointingAt(
        "29 record of a cell's address",
        "aws:route53/record:Record",
        "records",
        "records[0]",
        (cells, owner) -> List.of(owner == cells.a ? "10.1.1.10" : "10.2.1.10"),
        "type",
        "A",
        "name",
        "x.example.org");
    pointingAt(
        "29 record of a cell's name",
        "aws:route53/record:Record",
        "records",
        "records[0]",
        (cells, owner) -> List.of("app.cell-" + (owner == cells.a ? "a" : "b") + ".internal."),
        "type",
        "CNAME",
        "name",
        "x.example.org");
    BiFunction<Cells, StackOf, String> rule =
        (cells, owner) ->
            owner.add("aws:route53/resolverRule:ResolverRule", "rule", "domainName", "x");
    pointing(
        "30 association of a cell's rule",
        "aws:route53/resolverRuleAssociation:ResolverRuleAssociation",
        "resolverRuleId",
        rule,
        "vpcId",
        VPC);
    for (String address : List.of("10.2.1.53", "192.168.5.5", "8.8.8.8")) {
      pointingAt(
          "30 rule to " + address,
          "aws:route53/resolverRule:ResolverRule",
          "targetIps",
          "targetIps[0].ip",
          (cells, owner) -> List.of(map("ip", owner == cells.a ? "10.1.1.53" : address)),
          "domainName",
          "x");
    }
  }
}
