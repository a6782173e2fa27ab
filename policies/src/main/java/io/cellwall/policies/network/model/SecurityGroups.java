package io.cellwall.policies.network.model;

import io.cellwall.policies.network.packet.Ranges;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Security groups and their rules in every shape: inline, {@code SecurityGroupRule}, and {@code
 * SecurityGroupIngressRule} with {@code SecurityGroupEgressRule}.
 */
public final class SecurityGroups {

  private static final Predicate<String> GROUP = AwsTypes.in(AwsTypes.SECURITY_GROUP);

  private final Resources resources;
  private final Addresses addresses;
  private final Interfaces interfaces;
  private final Vpcs vpcs;
  private final Map<Resource, SecurityGroup> groups = new LinkedHashMap<>();
  private final Map<Resource, List<Resource>> byVpc = new LinkedHashMap<>();
  private final Map<Resource, SecurityGroup> defaults = new LinkedHashMap<>();
  private final Map<Resource, Ranges> members = new LinkedHashMap<>();

  /**
   * A security group.
   *
   * @param resource the group; the VPC for its default group that no program adopts
   * @param ingress what may come in
   * @param egress what may go out
   */
  public record SecurityGroup(Resource resource, Filter ingress, Filter egress) {}

  public SecurityGroups(
      Resources resources, Vpcs vpcs, Addresses addresses, Interfaces interfaces) {
    this.resources = resources;
    this.vpcs = vpcs;
    this.addresses = addresses;
    this.interfaces = interfaces;
    List<Resource> declared = resources.of(AwsTypes.array(AwsTypes.SECURITY_GROUP));
    for (Resource group : declared) {
      resources
          .refer(group, "vpcId", AwsTypes.in(AwsTypes.VPC))
          .resources()
          .forEach(vpc -> byVpc.computeIfAbsent(vpc, each -> new ArrayList<>()).add(group));
    }
    Map<Resource, List<TrafficRule>> ingress = new LinkedHashMap<>();
    Map<Resource, List<TrafficRule>> egress = new LinkedHashMap<>();
    for (Resource group : declared) {
      ingress.put(group, inline(group, true));
      egress.put(group, inline(group, false));
    }
    separate(ingress, egress);
    for (Resource group : declared) {
      groups.put(
          group,
          new SecurityGroup(
              group,
              Filter.allowing(ingress.getOrDefault(group, List.of())),
              Filter.allowing(egress.getOrDefault(group, List.of()))));
    }
  }

  private List<TrafficRule> inline(Resource group, boolean inbound) {
    List<TrafficRule> rules = new ArrayList<>();
    for (Resource.Part part : group.parts(inbound ? "ingress" : "egress")) {
      Ranges far =
          Addresses.of(Resource.parts(part.at("cidrBlocks")), Ranges.UNKNOWN_4)
              .and(Addresses.of(Resource.parts(part.at("ipv6CidrBlocks")), Ranges.UNKNOWN_6));
      for (Resource.Part list : Resource.parts(part.at("prefixListIds"))) {
        far = far.and(addresses.prefixList(group, list));
      }
      for (Resource.Part other : Resource.parts(part.at("securityGroups"))) {
        far = far.and(members(group, other));
      }
      if (Resource.flag(part.field("self"), false, true)) {
        far = far.and(members(group));
      }
      rules.add(rule(group, part.property(), inbound, far, part, "protocol"));
    }
    return rules;
  }

  private static TrafficRule rule(
      Resource resource,
      String property,
      boolean inbound,
      Ranges far,
      Resource.Part fields,
      String protocol) {
    return new TrafficRule(
        inbound,
        far,
        TrafficRule.traffic(fields, protocol, "fromPort", "toPort"),
        resource.urn(),
        property);
  }

  private void separate(
      Map<Resource, List<TrafficRule>> ingress, Map<Resource, List<TrafficRule>> egress) {
    for (Resource rule : resources.of("aws:ec2/securityGroupRule:SecurityGroupRule")) {
      boolean inbound = !rule.text("type").orElse("ingress").equals("egress");
      Reference own = resources.refer(rule, "securityGroupId", GROUP);
      Ranges far =
          Addresses.of(rule.parts("cidrBlocks"), Ranges.UNKNOWN_4)
              .and(Addresses.of(rule.parts("ipv6CidrBlocks"), Ranges.UNKNOWN_6));
      for (Resource.Part list : rule.parts("prefixListIds")) {
        far = far.and(addresses.prefixList(rule, list));
      }
      far = far.and(members(rule, rule.part("sourceSecurityGroupId")));
      if (rule.flag("self", false, true)) {
        for (Resource group : own.resources()) {
          far = far.and(members(group));
        }
      }
      put(inbound ? ingress : egress, own, inbound, far, rule, "protocol");
    }
    for (boolean inbound : new boolean[] {true, false}) {
      String way = inbound ? "Ingress" : "Egress";
      for (Resource rule :
          resources.of("aws:vpc/securityGroup" + way + "Rule:SecurityGroup" + way + "Rule")) {
        Ranges far =
            Addresses.of(rule.value("cidrIpv4"), Ranges.UNKNOWN_4)
                .and(Addresses.of(rule.value("cidrIpv6"), Ranges.UNKNOWN_6))
                .and(addresses.prefixList(rule, rule.part("prefixListId")))
                .and(members(rule, rule.part("referencedSecurityGroupId")));
        Reference own = resources.refer(rule, "securityGroupId", GROUP);
        put(inbound ? ingress : egress, own, inbound, far, rule, "ipProtocol");
      }
    }
  }

  private static void put(
      Map<Resource, List<TrafficRule>> rules,
      Reference own,
      boolean inbound,
      Ranges far,
      Resource rule,
      String protocol) {
    Resource.Part fields = new Resource.Part(rule.node().inputs(), "");
    Ranges firm = own.only().isPresent() ? far : far.possibly();
    TrafficRule read = rule(rule, far(rule), inbound, firm, fields, protocol);
    own.resources()
        .forEach(group -> rules.computeIfAbsent(group, g -> new ArrayList<>()).add(read));
  }

  private static String far(Resource rule) {
    return List.of(
            "cidrIpv4",
            "cidrIpv6",
            "prefixListId",
            "referencedSecurityGroupId",
            "cidrBlocks",
            "ipv6CidrBlocks",
            "prefixListIds",
            "sourceSecurityGroupId",
            "self")
        .stream()
        .filter(name -> rule.node().inputs().values().containsKey(name))
        .findFirst()
        .orElse("securityGroupId");
  }

  private Ranges members(Resource from, Resource.Part part) {
    Reference group = resources.refer(from, part, GROUP);
    if (group.isAbsent()) {
      return Ranges.NONE;
    }
    if (group.resources().isEmpty()) {
      return Ranges.UNKNOWN;
    }
    Ranges all = Ranges.NONE;
    for (Resource found : group.resources()) {
      all = all.and(members(found));
    }
    return group.only().isPresent() ? all : all.possibly();
  }

  /**
   * The addresses that wear a group: certain are those that an interface is given, possible the
   * whole of the group's VPC, as any interface there may wear it.
   */
  private Ranges members(Resource group) {
    return members.computeIfAbsent(group, this::reckonMembers);
  }

  private Ranges reckonMembers(Resource group) {
    Ranges all = Ranges.NONE;
    for (Interface each : interfaces.wearing(group)) {
      boolean given = !each.addresses().equals(each.subnet().addresses());
      all = all.and(given ? each.addresses() : each.addresses().possibly());
    }
    for (Resource vpc : resources.refer(group, "vpcId", AwsTypes.in(AwsTypes.VPC)).resources()) {
      all = all.and(vpcs.find(vpc).map(Vpc::addresses).orElse(Ranges.UNKNOWN).possibly());
    }
    return all;
  }

  /** The group that a resource is. */
  public Optional<SecurityGroup> find(Resource resource) {
    return Optional.ofNullable(groups.get(resource));
  }

  /** All declared groups. */
  public Collection<SecurityGroup> all() {
    return Collections.unmodifiableCollection(groups.values());
  }

  /** Every group that an interface of the VPC can wear, the default group among them. */
  public List<SecurityGroup> of(Vpc vpc) {
    List<SecurityGroup> found = new ArrayList<>();
    byVpc
        .getOrDefault(vpc.resource(), List.of())
        .forEach(group -> find(group).ifPresent(found::add));
    SecurityGroup standard = defaultOf(vpc);
    if (!found.contains(standard)) {
      found.add(standard);
    }
    return found;
  }

  /**
   * The VPC's default group: adopted by a program, or as AWS makes it: everything out, in from its
   * own members.
   */
  public SecurityGroup defaultOf(Vpc vpc) {
    return defaults.computeIfAbsent(
        vpc.resource(),
        each ->
            byVpc.getOrDefault(each, List.of()).stream()
                .filter(
                    group ->
                        group.type().equals("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"))
                .findFirst()
                .flatMap(this::find)
                .orElseGet(() -> asMade(vpc)));
  }

  private static SecurityGroup asMade(Vpc vpc) {
    Optional<TrafficRule.Traffic> all = Optional.of(TrafficRule.Traffic.ALL);
    String property = "defaultSecurityGroupId";
    String urn = vpc.resource().urn();
    return new SecurityGroup(
        vpc.resource(),
        Filter.allowing(
            List.of(new TrafficRule(true, vpc.addresses().possibly(), all, urn, property))),
        Filter.allowing(List.of(new TrafficRule(false, Ranges.ALL, all, urn, property))));
  }
}
