package io.cellwall.policies.network.model;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.network.packet.Ranges;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Everything that sends and receives: each resource of any type that names a subnet, and is not
 * itself part of the network's plumbing.
 */
public final class Interfaces {

  private static final Pattern SUBNETS =
      Pattern.compile("(?i)(.*subnets?|.*subnet_?ids?|vpcZoneIdentifiers)");
  private static final Pattern GROUPS =
      Pattern.compile("(?i)(?!source).*securityGroups?(Ids?|Arns|IdLists)?");
  private static final Pattern SUBNET_GROUP = Pattern.compile("(?i).*subnetGroup(Name)?");
  private static final Set<String> PLUMBING =
      Set.of(
          "aws:ec2/networkAcl:NetworkAcl",
          "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl",
          "aws:ec2/networkAclAssociation:NetworkAclAssociation",
          "aws:ec2/routeTableAssociation:RouteTableAssociation",
          "aws:ec2/natGateway:NatGateway",
          "aws:ec2/subnetCidrReservation:SubnetCidrReservation",
          "aws:ec2/flowLog:FlowLog",
          "aws:ec2/vpcBlockPublicAccessExclusion:VpcBlockPublicAccessExclusion",
          "aws:ec2/vpcEndpointSubnetAssociation:VpcEndpointSubnetAssociation",
          "aws:ec2transitgateway/vpcAttachment:VpcAttachment",
          "aws:ec2transitgateway/multicastDomainAssociation:MulticastDomainAssociation",
          "aws:networkmanager/vpcAttachment:VpcAttachment",
          "aws:ram/resourceAssociation:ResourceAssociation");

  /** Without groups of their own these get the VPC's default group. */
  private static final Set<String> DEFAULT_GROUP =
      Set.of(
          "aws:ec2/instance:Instance",
          "aws:ec2/networkInterface:NetworkInterface",
          "aws:ec2/vpcEndpoint:VpcEndpoint");

  /** What a property of some name names. */
  private enum Meaning {
    SUBNETS,
    SUBNET_GROUP,
    GROUPS,
    OTHER
  }

  private final Map<String, Meaning> meanings = new HashMap<>();
  private final Resources resources;
  private final Vpcs vpcs;
  private final Map<Resource, List<Resource>> attachedGroups = new LinkedHashMap<>();
  private final Map<Resource, List<Resource>> subnetsOfEndpoint = new LinkedHashMap<>();
  private final List<Interface> all = new ArrayList<>();
  private final Map<Resource, List<Interface>> bySubnet = new LinkedHashMap<>();
  private final Map<Resource, List<Interface>> byOwner = new LinkedHashMap<>();
  private final Map<Resource, List<Interface>> byGroup = new LinkedHashMap<>();

  public Interfaces(Resources resources, Vpcs vpcs) {
    this.resources = resources;
    this.vpcs = vpcs;
    attach(
        "aws:ec2/networkInterfaceSecurityGroupAttachment:NetworkInterfaceSecurityGroupAttachment",
        "networkInterfaceId",
        AwsTypes.INTERFACE);
    attach(
        "aws:ec2/securityGroupAssociation:SecurityGroupAssociation",
        "vpcEndpointId",
        AwsTypes.VPC_ENDPOINT);
    for (Resource more :
        resources.of("aws:ec2/vpcEndpointSubnetAssociation:VpcEndpointSubnetAssociation")) {
      List<Resource> subnets = subnets(more, more.part("subnetId"));
      resources
          .refer(more, "vpcEndpointId", AwsTypes.in(AwsTypes.VPC_ENDPOINT))
          .resources()
          .forEach(
              each ->
                  subnetsOfEndpoint.computeIfAbsent(each, x -> new ArrayList<>()).addAll(subnets));
    }
    resources.all().stream()
        .filter(each -> each.node().kind() == Node.Kind.RESOURCE)
        .filter(each -> each.type().startsWith("aws:"))
        .filter(each -> !PLUMBING.contains(each.type()) && !each.type().endsWith("SubnetGroup"))
        .forEach(this::read);
  }

  private void attach(String type, String property, Set<String> wearers) {
    for (Resource more : resources.of(type)) {
      List<Resource> groups =
          resources
              .refer(more, "securityGroupId", AwsTypes.in(AwsTypes.SECURITY_GROUP))
              .resources();
      resources
          .refer(more, property, AwsTypes.in(wearers))
          .resources()
          .forEach(
              each -> attachedGroups.computeIfAbsent(each, x -> new ArrayList<>()).addAll(groups));
    }
  }

  private Meaning meaningOf(String property) {
    return meanings.computeIfAbsent(property, Interfaces::meaning);
  }

  private static Meaning meaning(String property) {
    if (SUBNETS.matcher(property).matches()) {
      return Meaning.SUBNETS;
    }
    if (SUBNET_GROUP.matcher(property).matches()) {
      return Meaning.SUBNET_GROUP;
    }
    return GROUPS.matcher(property).matches() ? Meaning.GROUPS : Meaning.OTHER;
  }

  private void read(Resource owner) {
    Map<Resource, String> subnets = new LinkedHashMap<>();
    Set<Resource> groups = new LinkedHashSet<>(attachedGroups.getOrDefault(owner, List.of()));
    boolean[] unknownGroups = {false};
    owner.search(
        (name, value) -> meaningOf(name) != Meaning.OTHER,
        (name, part) -> {
          Meaning meaning = meaningOf(name);
          if (meaning == Meaning.SUBNETS) {
            subnets(owner, part).forEach(each -> subnets.putIfAbsent(each, part.property()));
          } else if (meaning == Meaning.SUBNET_GROUP) {
            throughGroup(owner, part).forEach(each -> subnets.putIfAbsent(each, part.property()));
          } else if (meaning == Meaning.GROUPS) {
            Reference group = resources.refer(owner, part, AwsTypes.in(AwsTypes.SECURITY_GROUP));
            groups.addAll(group.resources());
            unknownGroups[0] |= !group.isAbsent() && group.only().isEmpty();
          }
        });
    subnetsOfEndpoint
        .getOrDefault(owner, List.of())
        .forEach(each -> subnets.putIfAbsent(each, "subnetIds"));
    Interface.Filtering filtering = filtering(owner, groups.isEmpty(), unknownGroups[0]);
    subnets.forEach(
        (resource, property) ->
            vpcs.subnet(resource)
                .ifPresent(
                    subnet ->
                        add(
                            new Interface(
                                owner,
                                property,
                                subnet,
                                addresses(owner, subnet),
                                List.copyOf(groups),
                                filtering))));
  }

  private static Interface.Filtering filtering(
      Resource owner, boolean noGroups, boolean unknownGroups) {
    if (unknownGroups || owner.type().startsWith("aws:eks/")) {
      // EKS puts its own groups, and those that Kubernetes makes, on what it runs.
      return Interface.Filtering.UNKNOWN;
    }
    if (!noGroups || DEFAULT_GROUP.contains(owner.type())) {
      return Interface.Filtering.GROUPS;
    }
    boolean networkLoadBalancer =
        AwsTypes.LOAD_BALANCER.contains(owner.type())
            && !owner.text("loadBalancerType").orElse("application").equals("application");
    return networkLoadBalancer ? Interface.Filtering.OPEN : Interface.Filtering.UNKNOWN;
  }

  private void add(Interface found) {
    all.add(found);
    bySubnet.computeIfAbsent(found.subnet().resource(), each -> new ArrayList<>()).add(found);
    byOwner.computeIfAbsent(found.owner(), each -> new ArrayList<>()).add(found);
    found
        .groups()
        .forEach(group -> byGroup.computeIfAbsent(group, each -> new ArrayList<>()).add(found));
  }

  private List<Resource> subnets(Resource owner, Resource.Part part) {
    return resources.refer(owner, part, AwsTypes.in(AwsTypes.SUBNET)).resources();
  }

  private List<Resource> throughGroup(Resource owner, Resource.Part part) {
    List<Resource> subnets = new ArrayList<>();
    for (Resource group :
        resources.refer(owner, part, type -> type.endsWith("SubnetGroup")).resources()) {
      for (Resource.Part each : group.parts("subnetIds")) {
        subnets.addAll(subnets(group, each));
      }
    }
    return subnets;
  }

  private static Ranges addresses(Resource owner, Subnet subnet) {
    List<Resource.Part> own = new ArrayList<>();
    for (String property :
        List.of(
            "privateIp",
            "privateIps",
            "privateIpLists",
            "secondaryPrivateIps",
            "ipv6Addresses",
            "ipv6AddressLists",
            "ipv4Prefixes",
            "ipv6Prefixes")) {
      own.addAll(owner.parts(property));
    }
    boolean counted =
        List.of("privateIpsCount", "ipv6AddressCount", "ipv4PrefixCount", "ipv6PrefixCount")
            .stream()
            .anyMatch(name -> owner.text(name).isPresent() || owner.isUnknown(name));
    Ranges known = Addresses.of(own, Ranges.NONE);
    boolean complete =
        own.stream().allMatch(part -> Resource.text(part.value()).isPresent()) && !counted;
    return !known.isEmpty() && complete ? known : known.and(subnet.addresses());
  }

  /** All of them. */
  public List<Interface> all() {
    return Collections.unmodifiableList(all);
  }

  /** Those in a subnet. */
  public List<Interface> in(Subnet subnet) {
    return bySubnet.getOrDefault(subnet.resource(), List.of());
  }

  /** Those of a resource. */
  public List<Interface> of(Resource owner) {
    return byOwner.getOrDefault(owner, List.of());
  }

  /** Those that wear a security group. */
  List<Interface> wearing(Resource group) {
    return byGroup.getOrDefault(group, List.of());
  }
}
