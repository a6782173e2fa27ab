package io.cellwall.policies.network.path;

import io.cellwall.policies.network.model.Filter;
import io.cellwall.policies.network.model.Interface;
import io.cellwall.policies.network.model.Interface.Filtering;
import io.cellwall.policies.network.model.NetworkAcls;
import io.cellwall.policies.network.model.Resource;
import io.cellwall.policies.network.model.SecurityGroups.SecurityGroup;
import io.cellwall.policies.network.model.Subnet;
import io.cellwall.policies.network.model.Vpc;
import io.cellwall.policies.network.packet.Reading;
import io.cellwall.policies.network.routing.Network;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What filters packets at interfaces and at the edges of subnets, by one reading. */
final class Gates {

  private final Network network;
  private final Reading reading;
  private final Map<Set<Resource>, Gate> inbound = new HashMap<>();
  private final Map<Set<Resource>, Gate> outbound = new HashMap<>();
  private final Map<Resource, Gate> imaginedInbound = new HashMap<>();
  private final Map<Resource, Gate> imaginedOutbound = new HashMap<>();

  Gates(Network network, Reading reading) {
    this.network = network;
    this.reading = reading;
  }

  /** What an interface lets in, or out. */
  Gate of(Interface each, boolean in) {
    boolean everything =
        each.filtering() == Filtering.OPEN
            || (each.filtering() == Filtering.UNKNOWN && reading == Reading.AT_MOST);
    if (everything) {
      return Gate.open("nothing known filters it");
    }
    Vpc vpc = each.subnet().vpc();
    if (each.filtering() == Filtering.IMAGINED) {
      return cached(
          in ? imaginedInbound : imaginedOutbound,
          vpc.resource(),
          () -> gate(network.groups().of(vpc), in));
    }
    Set<Resource> worn = new HashSet<>(each.groups());
    if (worn.isEmpty() && each.filtering() == Filtering.GROUPS) {
      worn.add(vpc.resource());
    }
    return cached(in ? inbound : outbound, worn, () -> gate(groups(worn, vpc), in));
  }

  private static <K> Gate cached(Map<K, Gate> gates, K key, Supplier<Gate> make) {
    Gate known = gates.get(key);
    if (known == null) {
      known = make.get();
      gates.put(key, known);
    }
    return known;
  }

  private List<SecurityGroup> groups(Set<Resource> worn, Vpc vpc) {
    List<SecurityGroup> groups = new ArrayList<>();
    for (Resource each : worn) {
      if (each.equals(vpc.resource())) {
        groups.add(network.groups().defaultOf(vpc));
      } else {
        network.groups().find(each).ifPresent(groups::add);
      }
    }
    return groups;
  }

  private Gate gate(List<SecurityGroup> groups, boolean in) {
    List<Filter> filters = new ArrayList<>();
    groups.forEach(group -> filters.add(in ? group.ingress() : group.egress()));
    return Gate.of(
        filters, reading, in ? "security group lets it in" : "security group lets it out");
  }

  /** What the network ACL of a subnet lets in, or out. */
  Gate of(Subnet subnet, boolean in) {
    Optional<NetworkAcls.NetworkAcl> acl = network.acls().of(subnet);
    if (acl.isEmpty()) {
      return Gate.open("the default network ACL lets everything pass");
    }
    return cached(
        in ? inbound : outbound,
        Set.of(acl.get().resource()),
        () ->
            Gate.of(
                List.of(in ? acl.get().ingress() : acl.get().egress()),
                reading,
                in ? "network ACL lets it in" : "network ACL lets it out"));
  }

  /** What a stack could yet put into a subnet. */
  static Interface imagined(Subnet subnet) {
    return new Interface(
        subnet.resource(), "cidrBlock", subnet, subnet.addresses(), List.of(), Filtering.IMAGINED);
  }
}
