package io.cellwall.policies.network.model;

import java.util.Set;
import java.util.function.Predicate;

/** Type tokens of com.pulumi:aws that the model reads, grouped by what they stand for. */
public final class AwsTypes {

  public static final Set<String> VPC = Set.of("aws:ec2/vpc:Vpc", "aws:ec2/defaultVpc:DefaultVpc");
  public static final Set<String> SUBNET =
      Set.of("aws:ec2/subnet:Subnet", "aws:ec2/defaultSubnet:DefaultSubnet");
  public static final Set<String> ROUTE_TABLE =
      Set.of(
          "aws:ec2/routeTable:RouteTable",
          "aws:ec2/defaultRouteTable:DefaultRouteTable",
          "aws:ec2/vpc:Vpc",
          "aws:ec2/defaultVpc:DefaultVpc");
  public static final Set<String> NETWORK_ACL =
      Set.of("aws:ec2/networkAcl:NetworkAcl", "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl");
  public static final Set<String> SECURITY_GROUP =
      Set.of(
          "aws:ec2/securityGroup:SecurityGroup",
          "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup");
  public static final Set<String> PREFIX_LIST =
      Set.of("aws:ec2/managedPrefixList:ManagedPrefixList");
  public static final Set<String> PEERING =
      Set.of(
          "aws:ec2/vpcPeeringConnection:VpcPeeringConnection",
          "aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter");
  public static final Set<String> TRANSIT_GATEWAY =
      Set.of("aws:ec2transitgateway/transitGateway:TransitGateway");
  public static final Set<String> TRANSIT_GATEWAY_TABLE =
      Set.of("aws:ec2transitgateway/routeTable:RouteTable");
  public static final Set<String> TRANSIT_GATEWAY_ATTACHMENT =
      Set.of(
          "aws:ec2transitgateway/vpcAttachment:VpcAttachment",
          "aws:ec2transitgateway/peeringAttachment:PeeringAttachment",
          "aws:ec2transitgateway/peeringAttachmentAccepter:PeeringAttachmentAccepter",
          "aws:ec2transitgateway/vpcAttachmentAccepter:VpcAttachmentAccepter",
          "aws:ec2transitgateway/connect:Connect",
          "aws:ec2/vpnConnection:VpnConnection",
          "aws:directconnect/gatewayAssociation:GatewayAssociation");
  public static final Set<String> CORE_NETWORK =
      Set.of("aws:networkmanager/coreNetwork:CoreNetwork");
  public static final Set<String> VPN_GATEWAY = Set.of("aws:ec2/vpnGateway:VpnGateway");
  public static final Set<String> INTERFACE = Set.of("aws:ec2/networkInterface:NetworkInterface");
  public static final Set<String> INSTANCE = Set.of("aws:ec2/instance:Instance");
  public static final Set<String> LOAD_BALANCER =
      Set.of(
          "aws:lb/loadBalancer:LoadBalancer",
          "aws:alb/loadBalancer:LoadBalancer",
          "aws:elb/loadBalancer:LoadBalancer");
  public static final Set<String> LISTENER =
      Set.of("aws:lb/listener:Listener", "aws:alb/listener:Listener");
  public static final Set<String> LISTENER_RULE =
      Set.of("aws:lb/listenerRule:ListenerRule", "aws:alb/listenerRule:ListenerRule");
  public static final Set<String> TARGET_GROUP =
      Set.of("aws:lb/targetGroup:TargetGroup", "aws:alb/targetGroup:TargetGroup");
  public static final Set<String> TARGET_GROUP_ATTACHMENT =
      Set.of(
          "aws:lb/targetGroupAttachment:TargetGroupAttachment",
          "aws:alb/targetGroupAttachment:TargetGroupAttachment");
  public static final Set<String> VPC_ENDPOINT = Set.of("aws:ec2/vpcEndpoint:VpcEndpoint");
  public static final Set<String> ENDPOINT_SERVICE =
      Set.of("aws:ec2/vpcEndpointService:VpcEndpointService");
  public static final Set<String> NAT_GATEWAY = Set.of("aws:ec2/natGateway:NatGateway");

  private AwsTypes() {}

  /** One of these types. */
  public static Predicate<String> in(Set<String> types) {
    return types::contains;
  }

  /** Types as an array, for look-ups. */
  public static String[] array(Set<String> types) {
    return types.toArray(String[]::new);
  }
}
