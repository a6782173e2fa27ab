package io.cellwall.policies.network.model;

import io.cellwall.policies.network.packet.Ranges;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The VPCs and subnets of all graphs. */
public final class Vpcs {

  private final Map<Resource, Vpc> vpcs = new LinkedHashMap<>();
  private final Map<Resource, Subnet> subnets = new LinkedHashMap<>();
  private final Map<Resource, List<Subnet>> byVpc = new LinkedHashMap<>();

  public Vpcs(Resources resources) {
    Map<Resource, Ranges> addresses = new LinkedHashMap<>();
    for (Resource vpc : resources.of(AwsTypes.array(AwsTypes.VPC))) {
      addresses.put(vpc, Addresses.own(vpc));
    }
    for (Resource more :
        resources.of(
            "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation",
            "aws:ec2/vpcIpv6CidrBlockAssociation:VpcIpv6CidrBlockAssociation")) {
      boolean v4 = more.type().contains("Ipv4");
      Ranges unknown = v4 ? Ranges.UNKNOWN_4 : Ranges.UNKNOWN_6;
      Ranges block = Addresses.of(more.value(v4 ? "cidrBlock" : "ipv6CidrBlock"), unknown);
      Ranges added = block.isEmpty() ? unknown : block;
      resources
          .refer(more, "vpcId", AwsTypes.in(AwsTypes.VPC))
          .resources()
          .forEach(vpc -> addresses.computeIfPresent(vpc, (each, its) -> its.and(added)));
    }
    addresses.forEach((vpc, ranges) -> vpcs.put(vpc, new Vpc(vpc, ranges)));
    for (Resource subnet : resources.of(AwsTypes.array(AwsTypes.SUBNET))) {
      for (Resource vpc : resources.refer(subnet, "vpcId", AwsTypes.in(AwsTypes.VPC)).resources()) {
        Subnet found = new Subnet(subnet, vpc(vpc), Addresses.own(subnet));
        subnets.putIfAbsent(subnet, found);
        byVpc.computeIfAbsent(vpc, each -> new ArrayList<>()).add(found);
      }
    }
  }

  private Vpc vpc(Resource resource) {
    return vpcs.computeIfAbsent(resource, each -> new Vpc(each, Ranges.UNKNOWN));
  }

  /** All VPCs. */
  public Collection<Vpc> all() {
    return Collections.unmodifiableCollection(vpcs.values());
  }

  /** The VPC that a resource is. */
  public Optional<Vpc> find(Resource resource) {
    return Optional.ofNullable(vpcs.get(resource));
  }

  /** All subnets whose VPC is known. */
  public Collection<Subnet> subnets() {
    return Collections.unmodifiableCollection(subnets.values());
  }

  /** The subnet that a resource is. */
  public Optional<Subnet> subnet(Resource resource) {
    return Optional.ofNullable(subnets.get(resource));
  }

  /** The subnets of a VPC. */
  public List<Subnet> subnetsOf(Vpc vpc) {
    return byVpc.getOrDefault(vpc.resource(), List.of());
  }
}
