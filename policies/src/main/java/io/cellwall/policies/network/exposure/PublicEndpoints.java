package io.cellwall.policies.network.exposure;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.network.exposure.PublicEndpoint.Kind;
import io.cellwall.policies.network.exposure.PublicEndpoint.Obligation;
import io.cellwall.policies.network.model.AwsTypes;
import io.cellwall.policies.network.model.Interface;
import io.cellwall.policies.network.model.Resource;
import io.cellwall.policies.network.model.SecurityGroups;
import io.cellwall.policies.network.model.TrafficRule;
import io.cellwall.policies.network.packet.Ranges;
import io.cellwall.policies.network.routing.Network;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what the internet can reach. */
public final class PublicEndpoints {

  private final Network network;
  private final List<PublicEndpoint> found = new ArrayList<>();
  private final Set<Resource> groups = new LinkedHashSet<>();

  private PublicEndpoints(Network network) {
    this.network = network;
  }

  /**
   * What the internet can reach.
   *
   * @param endpoints in the order of their URNs
   * @param groups the security groups of what is there for everybody
   */
  public record Exposed(List<PublicEndpoint> endpoints, Set<Resource> groups) {}

  /** All public endpoints of a network. */
  public static Exposed of(Network network) {
    PublicEndpoints endpoints = new PublicEndpoints(network);
    for (Resource resource : network.resources().all()) {
      if (resource.node().kind() == Node.Kind.RESOURCE) {
        endpoints.look(resource);
      }
    }
    return new Exposed(
        endpoints.found.stream()
            .sorted(Comparator.comparing(PublicEndpoint::urn).thenComparing(PublicEndpoint::kind))
            .toList(),
        endpoints.groups);
  }

  private void look(Resource resource) {
    if (AwsTypes.LOAD_BALANCER.contains(resource.type())) {
      loadBalancer(resource);
    } else if (resource.value("publiclyAccessible") instanceof Value.Unknown
        || resource.flag("publiclyAccessible", false, false)) {
      add(Kind.PUBLICLY_ACCESSIBLE, resource, "publiclyAccessible", Obligation.NARROW_INGRESS);
    }
    switch (resource.type()) {
      case "aws:ec2/instance:Instance" -> instance(resource);
      case "aws:ec2/eip:Eip" -> address(resource, List.of("instance", "networkInterface"));
      case "aws:ec2/eipAssociation:EipAssociation" ->
          address(resource, List.of("instanceId", "networkInterfaceId"));
      case "aws:eks/cluster:Cluster" -> cluster(resource);
      case "aws:lambda/functionUrl:FunctionUrl" ->
          add(
              Kind.FUNCTION_URL,
              resource,
              "authorizationType",
              resource.text("authorizationType").orElse("").equals("AWS_IAM")
                  ? Obligation.DECLARE_INGRESS
                  : Obligation.NARROW_INGRESS);
      case "aws:apigateway/restApi:RestApi" -> restApi(resource);
      case "aws:apigatewayv2/api:Api" -> api(resource, "disableExecuteApiEndpoint");
      case "aws:globalaccelerator/accelerator:Accelerator" ->
          add(Kind.ACCELERATOR, resource, "ipAddresses", Obligation.DECLARE_INGRESS);
      default -> {
        // Nothing that the internet reaches by itself.
      }
    }
  }

  private void loadBalancer(Resource resource) {
    boolean gateway = resource.text("loadBalancerType").orElse("").equals("gateway");
    if (!gateway && !resource.flag("internal", false, false)) {
      add(Kind.LOAD_BALANCER, resource, "internal", Obligation.DECLARE_INGRESS);
    }
  }

  private void instance(Resource resource) {
    boolean bySubnet =
        network.interfaces().of(resource).stream()
            .anyMatch(each -> each.subnet().resource().flag("mapPublicIpOnLaunch", false, true));
    if (resource.flag("associatePublicIpAddress", bySubnet, true)) {
      add(Kind.PUBLIC_ADDRESS, resource, "associatePublicIpAddress", Obligation.DECLARE_INGRESS);
    }
  }

  private void address(Resource resource, List<String> properties) {
    for (String property : properties) {
      for (Resource target :
          network.resources().refer(resource, property, type -> true).resources()) {
        add(Kind.PUBLIC_ADDRESS, resource, target, property, Obligation.DECLARE_INGRESS);
      }
    }
  }

  private void cluster(Resource resource) {
    Resource.Part vpc = resource.part("vpcConfig");
    if (!Resource.flag(vpc.field("endpointPublicAccess"), true, true)) {
      return;
    }
    List<String> ranges = new ArrayList<>();
    for (Resource.Part part : Resource.parts(vpc.at("publicAccessCidrs"))) {
      ranges.add(Resource.text(part.value()).orElse("not known yet"));
    }
    // https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html: without ranges, all
    boolean everybody = ranges.isEmpty() || ranges.contains("0.0.0.0/0") || ranges.contains("::/0");
    Set<Obligation> owed = EnumSet.of(Obligation.AUTHENTICATE);
    owed.add(everybody ? Obligation.NARROW_INGRESS : Obligation.DECLARE_INGRESS);
    found.add(
        new PublicEndpoint(
            Kind.CLUSTER_ENDPOINT,
            resource.stack(),
            resource.urn(),
            "vpcConfig.endpointPublicAccess",
            (ranges.isEmpty() ? List.of("0.0.0.0/0") : ranges)
                .stream().map(range -> "tcp 443 from " + range).toList(),
            owed));
  }

  private void restApi(Resource resource) {
    List<Resource.Part> types = Resource.parts(resource.part("endpointConfiguration").at("types"));
    boolean isPrivate =
        types.stream().anyMatch(part -> Resource.text(part.value()).orElse("").equals("PRIVATE"));
    if (!isPrivate) {
      api(resource, "endpointConfiguration");
    }
  }

  private void api(Resource resource, String property) {
    if (!resource.flag("disableExecuteApiEndpoint", false, false)) {
      add(Kind.API, resource, property, Obligation.DECLARE_INGRESS);
    }
  }

  private void add(Kind kind, Resource resource, String property, Obligation obligation) {
    add(kind, resource, resource, property, obligation);
  }

  private void add(
      Kind kind, Resource resource, Resource target, String property, Obligation obligation) {
    Set<Obligation> owed = EnumSet.of(Obligation.AUTHENTICATE, obligation);
    if (resource.isUnknown(property)) {
      owed.add(Obligation.DECIDE);
    }
    Set<String> ingress = new LinkedHashSet<>();
    for (Interface each : network.interfaces().of(target)) {
      groups.addAll(each.groups());
      for (Resource group : each.groups()) {
        network
            .groups()
            .find(group)
            .map(SecurityGroups.SecurityGroup::ingress)
            .ifPresent(filter -> filter.rules().forEach(rule -> ingress.add(shown(rule))));
      }
    }
    found.add(
        new PublicEndpoint(
            kind, resource.stack(), resource.urn(), property, List.copyOf(ingress), owed));
  }

  private static String shown(TrafficRule rule) {
    String traffic =
        rule.traffic()
            .map(
                each ->
                    each.equals(TrafficRule.Traffic.ALL)
                        ? "everything"
                        : protocol(each.protocols().low()) + ports(each))
            .orElse("something not known yet");
    return traffic + " from " + from(rule.far());
  }

  private static String protocol(int number) {
    return Optional.of(number)
        .map(each -> each == 6 ? "tcp" : each == 17 ? "udp" : "protocol " + each)
        .get();
  }

  private static String ports(TrafficRule.Traffic traffic) {
    int low = traffic.ports().low();
    int high = traffic.ports().high();
    return low == high ? " " + low : " " + low + "-" + high;
  }

  private static String from(Ranges far) {
    List<String> blocks = new ArrayList<>();
    far.blocks().forEach(block -> blocks.add(block.toCanonicalString()));
    if (far.isOpen()) {
      blocks.add("addresses not known yet");
    }
    return String.join(", ", blocks);
  }
}
