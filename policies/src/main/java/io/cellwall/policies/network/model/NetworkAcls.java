package io.cellwall.policies.network.model;

import io.cellwall.policies.graph.Value;
import io.cellwall.policies.network.packet.Ranges;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Network ACLs: which one a subnet has, and what it lets in and out. */
public final class NetworkAcls {

  /**
   * A network ACL.
   *
   * @param resource the ACL; the VPC for its default ACL that no program adopts
   * @param ingress what may come into the subnet
   * @param egress what may leave it
   */
  public record NetworkAcl(Resource resource, Filter ingress, Filter egress) {}

  private record Numbered(int number, Filter.Decision decision) {}

  private final Resources resources;
  private final Map<Resource, NetworkAcl> acls = new LinkedHashMap<>();
  private final Map<Resource, NetworkAcl> bySubnet = new LinkedHashMap<>();
  private final Map<Resource, NetworkAcl> defaults = new LinkedHashMap<>();

  public NetworkAcls(Resources resources) {
    this.resources = resources;
    Map<Resource, List<Resource>> separate = new LinkedHashMap<>();
    for (Resource rule : resources.of("aws:ec2/networkAclRule:NetworkAclRule")) {
      resources
          .refer(rule, "networkAclId", AwsTypes.in(AwsTypes.NETWORK_ACL))
          .resources()
          .forEach(acl -> separate.computeIfAbsent(acl, each -> new ArrayList<>()).add(rule));
    }
    for (Resource acl : resources.of(AwsTypes.array(AwsTypes.NETWORK_ACL))) {
      List<Resource> rules = separate.getOrDefault(acl, List.of());
      NetworkAcl read = new NetworkAcl(acl, filter(acl, rules, true), filter(acl, rules, false));
      acls.put(acl, read);
      if (acl.type().equals("aws:ec2/defaultNetworkAcl:DefaultNetworkAcl")) {
        resources
            .refer(acl, "defaultNetworkAclId", AwsTypes.in(AwsTypes.VPC))
            .resources()
            .forEach(vpc -> defaults.put(vpc, read));
      }
      for (Resource.Part part : acl.parts("subnetIds")) {
        associate(acl, part, read);
      }
    }
    for (Resource more : resources.of("aws:ec2/networkAclAssociation:NetworkAclAssociation")) {
      resources
          .refer(more, "networkAclId", AwsTypes.in(AwsTypes.NETWORK_ACL))
          .only()
          .map(acls::get)
          .ifPresent(acl -> associate(more, more.part("subnetId"), acl));
    }
  }

  // An association that can mean several subnets filters none of them for certain: left away.
  private void associate(Resource from, Resource.Part part, NetworkAcl acl) {
    resources
        .refer(from, part, AwsTypes.in(AwsTypes.SUBNET))
        .only()
        .ifPresent(subnet -> bySubnet.put(subnet, acl));
  }

  private static Filter filter(Resource acl, List<Resource> separate, boolean inbound) {
    List<Numbered> rules = new ArrayList<>();
    for (Resource.Part part : acl.parts(inbound ? "ingress" : "egress")) {
      String action = Resource.text(part.field("action")).orElse("");
      rules.add(
          numbered(
              acl, part, part.property(), part.field("ruleNo"), action.equals("deny"), inbound));
    }
    for (Resource rule : separate) {
      if (rule.flag("egress", false, !inbound) == !inbound) {
        Resource.Part part = new Resource.Part(rule.node().inputs(), "");
        boolean denies = rule.text("ruleAction").orElse("").equals("deny");
        rules.add(numbered(rule, part, "cidrBlock", rule.value("ruleNumber"), denies, inbound));
      }
    }
    rules.sort(Comparator.comparingInt(Numbered::number));
    return Filter.ordered(rules.stream().map(Numbered::decision).toList());
  }

  private static Numbered numbered(
      Resource resource,
      Resource.Part part,
      String property,
      Value number,
      boolean denies,
      boolean inbound) {
    Optional<String> text = Resource.text(number).filter(each -> each.matches("[0-9]{1,5}"));
    Ranges far =
        Addresses.of(part.field("cidrBlock"), Ranges.UNKNOWN_4)
            .and(Addresses.of(part.field("ipv6CidrBlock"), Ranges.UNKNOWN_6));
    Optional<TrafficRule.Traffic> traffic =
        TrafficRule.traffic(part, "protocol", "fromPort", "toPort");
    if (denies && oneIcmpType(part)) {
      traffic = Optional.empty();
    }
    TrafficRule rule =
        new TrafficRule(
            inbound, text.isPresent() ? far : far.possibly(), traffic, resource.urn(), property);
    // Without a number a rule may stand anywhere. It only counts where it can harm: before all.
    int place = text.map(Integer::parseInt).orElse(0);
    return new Numbered(place, new Filter.Decision(!denies, rule));
  }

  // A denial of some ICMP types denies not all ICMP, which is how rules are read.
  private static boolean oneIcmpType(Resource.Part part) {
    return Resource.text(part.field("protocol"))
            .filter(List.of("icmp", "1", "58")::contains)
            .isPresent()
        && !Resource.text(part.field("icmpType")).orElse("-1").equals("-1");
  }

  /** The ACL of a subnet; empty if it is the default one as AWS makes it, which lets all pass. */
  public Optional<NetworkAcl> of(Subnet subnet) {
    return Optional.ofNullable(
        bySubnet.getOrDefault(subnet.resource(), defaults.get(subnet.vpc().resource())));
  }
}
