package io.cellwall.policies.network.model;

import inet.ipaddr.IPAddress;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.network.packet.Ranges;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads addresses: blocks of VPCs and subnets, entries of prefix lists. */
public final class Addresses {

  private final Resources resources;
  private final Map<Resource, List<Resource.Part>> entries = new HashMap<>();
  private final Map<Resource, List<Resource>> entryOwners = new HashMap<>();

  public Addresses(Resources resources) {
    this.resources = resources;
    for (Resource entry : resources.of("aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry")) {
      resources
          .refer(entry, "prefixListId", AwsTypes.in(AwsTypes.PREFIX_LIST))
          .resources()
          .forEach(list -> entryOwners.computeIfAbsent(list, each -> new ArrayList<>()).add(entry));
    }
  }

  /** The addresses of a property that is a block or a list of blocks; none if it is missing. */
  public static Ranges of(List<Resource.Part> parts, Ranges unknown) {
    Ranges all = Ranges.NONE;
    for (Resource.Part part : parts) {
      all = all.and(of(part.value(), unknown));
    }
    return all;
  }

  /** The addresses of one value. */
  public static Ranges of(Value value, Ranges unknown) {
    if (Resource.bare(value) instanceof Value.Null) {
      return Ranges.NONE;
    }
    return Resource.text(value)
        .map(text -> text.isBlank() ? Ranges.NONE : Ranges.of(text))
        .orElse(unknown);
  }

  /** The blocks of a VPC or subnet by its own properties. */
  static Ranges own(Resource resource) {
    Ranges v4 = of(resource.value("cidrBlock"), Ranges.UNKNOWN_4);
    Ranges v6 = of(resource.value("ipv6CidrBlock"), Ranges.UNKNOWN_6);
    boolean pool4 =
        resource.text("ipv4IpamPoolId").isPresent()
            || resource.isUnknown("ipv4IpamPoolId")
            || resource.type().contains(":Default");
    boolean generated6 = resource.flag("assignGeneratedIpv6CidrBlock", false, true);
    Ranges all = v4.and(v6);
    if (v4.isEmpty() && pool4) {
      all = all.and(Ranges.UNKNOWN_4);
    }
    if (v6.isEmpty() && generated6) {
      all = all.and(Ranges.UNKNOWN_6);
    }
    return all;
  }

  /** The entries of a customer's prefix list. */
  public List<Entry> entriesOf(Resource list) {
    List<Entry> all = new ArrayList<>();
    List<Resource.Part> inline = entries.computeIfAbsent(list, each -> each.parts("entries"));
    for (Resource.Part part : inline) {
      all.add(new Entry(list, part.property() + ".cidr", of(part.field("cidr"), Ranges.UNKNOWN)));
    }
    for (Resource entry : entryOwners.getOrDefault(list, List.of())) {
      all.add(new Entry(entry, "cidr", of(entry.value("cidr"), Ranges.UNKNOWN)));
    }
    return all;
  }

  /** An entry of a prefix list. */
  public record Entry(Resource resource, String property, Ranges addresses) {}

  /** The addresses of the prefix list that a part names; unknown if no graph has the list. */
  public Ranges prefixList(Resource from, Resource.Part part) {
    Reference list = resources.refer(from, part, AwsTypes.in(AwsTypes.PREFIX_LIST));
    if (list.isAbsent()) {
      return Ranges.NONE;
    }
    if (list.resources().isEmpty()) {
      return Ranges.UNKNOWN;
    }
    Ranges all = Ranges.NONE;
    for (Resource found : list.resources()) {
      for (Entry entry : entriesOf(found)) {
        all = all.and(entry.addresses());
      }
    }
    return list.only().isPresent() ? all : all.possibly();
  }

  /** A block as routes have it; empty if it is unknown. */
  public static Optional<IPAddress> block(Value value) {
    return Resource.text(value).flatMap(Ranges::parse);
  }
}
