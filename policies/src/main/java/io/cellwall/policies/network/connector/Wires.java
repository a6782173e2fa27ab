package io.cellwall.policies.network.connector;

import io.cellwall.policies.network.connector.Connector.Kind;
import io.cellwall.policies.network.model.AwsTypes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The wires of com.pulumi:aws 6.83.0: which properties join networks. */
final class Wires {

  private static final Set<String> ANY = Set.of();
  private static final Set<String> TABLES =
      union(AwsTypes.TRANSIT_GATEWAY_TABLE, AwsTypes.TRANSIT_GATEWAY);
  private static final Set<String> SERVICE_NETWORK =
      Set.of("aws:vpclattice/serviceNetwork:ServiceNetwork");

  static final List<Wire> ALL = all();

  private Wires() {}

  private static Set<String> union(Set<String> some, Set<String> others) {
    Set<String> both = new LinkedHashSet<>(some);
    both.addAll(others);
    return both;
  }

  private static List<Wire> all() {
    List<Wire> all = new ArrayList<>();
    peering(all);
    transit(all);
    wideArea(all);
    lattice(all);
    loadBalancing(all);
    naming(all);
    return List.copyOf(all);
  }

  private static void peering(List<Wire> all) {
    String requester = "aws:ec2/vpcPeeringConnection:VpcPeeringConnection";
    all.add(new Wire(requester, "peerVpcId", AwsTypes.VPC, Kind.PEERING, "vpcId"));
    for (String accepts :
        List.of(
            "aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter",
            "aws:ec2/peeringConnectionOptions:PeeringConnectionOptions")) {
      all.add(new Wire(accepts, "vpcPeeringConnectionId", AwsTypes.PEERING, Kind.PEERING, ""));
    }
    for (String target :
        List.of(
            "vpcPeeringConnectionId",
            "transitGatewayId",
            "coreNetworkArn",
            "natGatewayId",
            "networkInterfaceId",
            "instanceId",
            "vpcEndpointId",
            "gatewayId",
            "egressOnlyGatewayId",
            "localGatewayId",
            "carrierGatewayId")) {
      all.add(new Wire("aws:ec2/route:Route", target, ANY, Kind.ROUTE, "routeTableId"));
      for (String table :
          List.of("aws:ec2/routeTable:RouteTable", "aws:ec2/defaultRouteTable:DefaultRouteTable")) {
        all.add(new Wire(table, "routes[]." + target, ANY, Kind.ROUTE, ""));
      }
    }
  }

  private static void transit(List<Wire> all) {
    Set<String> gateway = AwsTypes.TRANSIT_GATEWAY;
    Set<String> attachment = AwsTypes.TRANSIT_GATEWAY_ATTACHMENT;
    String at = "aws:ec2transitgateway/";
    Kind join = Kind.TRANSIT_GATEWAY_ATTACHMENT;
    all.add(
        new Wire(at + "vpcAttachment:VpcAttachment", "transitGatewayId", gateway, join, "vpcId"));
    all.add(
        new Wire(
            at + "vpcAttachmentAccepter:VpcAttachmentAccepter",
            "transitGatewayAttachmentId",
            attachment,
            join,
            ""));
    all.add(new Wire(at + "connect:Connect", "transitGatewayId", gateway, join, ""));
    all.add(new Wire(at + "connect:Connect", "transportAttachmentId", ANY, join, ""));
    all.add(
        new Wire(
            at + "connectPeer:ConnectPeer", "transitGatewayAttachmentId", attachment, join, ""));
    all.add(
        new Wire(
            at + "peeringAttachment:PeeringAttachment",
            "peerTransitGatewayId",
            gateway,
            Kind.TRANSIT_GATEWAY_PEERING,
            "transitGatewayId"));
    all.add(
        new Wire(
            at + "peeringAttachmentAccepter:PeeringAttachmentAccepter",
            "transitGatewayAttachmentId",
            attachment,
            Kind.TRANSIT_GATEWAY_PEERING,
            ""));
    all.add(
        new Wire(
            at + "routeTableAssociation:RouteTableAssociation",
            "transitGatewayRouteTableId",
            TABLES,
            Kind.TRANSIT_GATEWAY_ASSOCIATION,
            "transitGatewayAttachmentId"));
    all.add(
        new Wire(
            at + "routeTablePropagation:RouteTablePropagation",
            "transitGatewayRouteTableId",
            TABLES,
            Kind.TRANSIT_GATEWAY_PROPAGATION,
            "transitGatewayAttachmentId"));
    for (String route : List.of("route:Route", "prefixListReference:PrefixListReference")) {
      all.add(
          new Wire(
              at + route,
              "transitGatewayAttachmentId",
              attachment,
              Kind.TRANSIT_GATEWAY_ROUTE,
              "transitGatewayRouteTableId"));
    }
    all.add(
        new Wire(
            at + "routeTable:RouteTable",
            "transitGatewayId",
            gateway,
            Kind.TRANSIT_GATEWAY_ASSOCIATION,
            ""));
  }

  private static void wideArea(List<Wire> all) {
    Set<String> core = AwsTypes.CORE_NETWORK;
    Kind join = Kind.CORE_NETWORK_ATTACHMENT;
    String at = "aws:networkmanager/";
    all.add(new Wire(at + "vpcAttachment:VpcAttachment", "coreNetworkId", core, join, "vpcArn"));
    all.add(
        new Wire(
            at + "transitGatewayPeering:TransitGatewayPeering",
            "coreNetworkId",
            core,
            join,
            "transitGatewayArn"));
    for (String type :
        List.of(
            "connectAttachment:ConnectAttachment",
            "siteToSiteVpnAttachment:SiteToSiteVpnAttachment",
            "dxGatewayAttachment:DxGatewayAttachment")) {
      all.add(new Wire(at + type, "coreNetworkId", core, join, ""));
    }
    all.add(new Wire(at + "attachmentAccepter:AttachmentAccepter", "attachmentId", ANY, join, ""));
  }

  private static void lattice(List<Wire> all) {
    String at = "aws:vpclattice/";
    Kind kind = Kind.LATTICE;
    all.add(
        new Wire(
            at + "serviceNetworkVpcAssociation:ServiceNetworkVpcAssociation",
            "serviceNetworkIdentifier",
            SERVICE_NETWORK,
            kind,
            "vpcIdentifier"));
    all.add(
        new Wire(
            at + "serviceNetworkServiceAssociation:ServiceNetworkServiceAssociation",
            "serviceIdentifier",
            Set.of(at + "service:Service"),
            kind,
            "serviceNetworkIdentifier"));
    all.add(
        new Wire(
            at + "serviceNetworkResourceAssociation:ServiceNetworkResourceAssociation",
            "resourceConfigurationIdentifier",
            Set.of(at + "resourceConfiguration:ResourceConfiguration"),
            kind,
            "serviceNetworkIdentifier"));
    all.add(
        new Wire(at + "targetGroup:TargetGroup", "config.vpcIdentifier", AwsTypes.VPC, kind, ""));
    all.add(
        new Wire(
            at + "targetGroupAttachment:TargetGroupAttachment",
            "target.id",
            ANY,
            kind,
            "targetGroupIdentifier"));
    all.add(
        new Wire(
            at + "listener:Listener",
            "defaultAction.forwards[].targetGroups[].targetGroupIdentifier",
            Set.of(at + "targetGroup:TargetGroup"),
            kind,
            ""));
    all.add(
        new Wire(
            at + "listenerRule:ListenerRule",
            "action.forward.targetGroups[].targetGroupIdentifier",
            Set.of(at + "targetGroup:TargetGroup"),
            kind,
            ""));
    String endpoint = "aws:ec2/vpcEndpoint:VpcEndpoint";
    all.add(new Wire(endpoint, "serviceNetworkArn", SERVICE_NETWORK, kind, "vpcId"));
    all.add(
        new Wire(
            endpoint,
            "resourceConfigurationArn",
            Set.of(at + "resourceConfiguration:ResourceConfiguration"),
            kind,
            "vpcId"));
  }

  private static void loadBalancing(List<Wire> all) {
    Kind target = Kind.LOAD_BALANCER_TARGET;
    Set<String> group = AwsTypes.TARGET_GROUP;
    for (String at : List.of("aws:lb/", "aws:alb/")) {
      for (String action : List.of("targetGroupArn", "forward.targetGroups[].arn")) {
        all.add(
            new Wire(
                at + "listener:Listener",
                "defaultActions[]." + action,
                group,
                target,
                "loadBalancerArn"));
        all.add(
            new Wire(
                at + "listenerRule:ListenerRule",
                "actions[]." + action,
                group,
                target,
                "listenerArn"));
      }
      all.add(
          new Wire(
              at + "targetGroupAttachment:TargetGroupAttachment",
              "targetId",
              ANY,
              target,
              "targetGroupArn"));
    }
    all.add(new Wire("aws:elb/loadBalancer:LoadBalancer", "instances[]", ANY, target, ""));
    all.add(new Wire("aws:elb/attachment:Attachment", "instance", ANY, target, "elb"));
    Set<String> balancer = AwsTypes.LOAD_BALANCER;
    all.add(new Wire("aws:apigateway/vpcLink:VpcLink", "targetArn", balancer, Kind.VPC_LINK, ""));
    all.add(
        new Wire(
            "aws:apigatewayv2/integration:Integration", "connectionId", ANY, Kind.VPC_LINK, ""));
    all.add(
        new Wire("aws:apigateway/integration:Integration", "connectionId", ANY, Kind.VPC_LINK, ""));
    for (String type :
        List.of(
            "aws:globalaccelerator/endpointGroup:EndpointGroup",
            "aws:globalaccelerator/customRoutingEndpointGroup:CustomRoutingEndpointGroup")) {
      all.add(
          new Wire(
              type, "endpointConfigurations[].endpointId", ANY, Kind.ACCELERATOR_ENDPOINT, ""));
    }
    all.add(
        new Wire(
            "aws:cloudfront/vpcOrigin:VpcOrigin",
            "vpcOriginEndpointConfig.arn",
            ANY,
            Kind.VPC_ORIGIN,
            ""));
  }

  private static void naming(List<Wire> all) {
    Kind zone = Kind.HOSTED_ZONE_ASSOCIATION;
    all.add(new Wire("aws:route53/zone:Zone", "vpcs[].vpcId", AwsTypes.VPC, zone, ""));
    for (String type :
        List.of(
            "aws:route53/zoneAssociation:ZoneAssociation",
            "aws:route53/vpcAssociationAuthorization:VpcAssociationAuthorization")) {
      all.add(new Wire(type, "vpcId", AwsTypes.VPC, zone, "zoneId"));
    }
    Kind rule = Kind.RESOLVER_RULE;
    all.add(
        new Wire(
            "aws:route53/resolverRuleAssociation:ResolverRuleAssociation",
            "resolverRuleId",
            Set.of("aws:route53/resolverRule:ResolverRule"),
            rule,
            "vpcId"));
    all.add(
        new Wire(
            "aws:route53/resolverRule:ResolverRule",
            "resolverEndpointId",
            Set.of("aws:route53/resolverEndpoint:ResolverEndpoint"),
            rule,
            ""));
    all.add(
        new Wire(
            "aws:route53/profilesAssociation:ProfilesAssociation",
            "profileId",
            Set.of("aws:route53/profilesProfile:ProfilesProfile"),
            rule,
            "resourceId"));
  }
}
