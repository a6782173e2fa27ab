package io.cellwall.policies.network.routing;

import io.cellwall.policies.network.model.AwsTypes;
import io.cellwall.policies.network.model.Reference;
import io.cellwall.policies.network.model.Resource;
import io.cellwall.policies.network.model.Resources;
import io.cellwall.policies.network.model.Vpc;
import io.cellwall.policies.network.model.Vpcs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Peering connections between VPCs. One that no graph accepts counts as accepted. */
public final class Peerings {

  /**
   * A peering connection.
   *
   * @param resource what requests it
   * @param ends the VPCs at its ends, as far as the graphs know them
   * @param peer what the request names as its peer
   */
  public record Peering(Resource resource, List<Vpc> ends, Reference peer) {
    /** The other end. */
    public Optional<Vpc> across(Vpc from) {
      return ends.stream().filter(end -> !end.equals(from)).findFirst();
    }
  }

  private final Resources resources;
  private final Map<Resource, Peering> peerings = new LinkedHashMap<>();

  Peerings(Resources resources, Vpcs vpcs) {
    this.resources = resources;
    for (Resource resource : resources.of("aws:ec2/vpcPeeringConnection:VpcPeeringConnection")) {
      List<Vpc> ends = new ArrayList<>();
      Reference peer = resources.refer(resource, "peerVpcId", AwsTypes.in(AwsTypes.VPC));
      for (Reference end :
          List.of(resources.refer(resource, "vpcId", AwsTypes.in(AwsTypes.VPC)), peer)) {
        end.resources().forEach(vpc -> vpcs.find(vpc).ifPresent(ends::add));
      }
      peerings.put(resource, new Peering(resource, List.copyOf(ends), peer));
    }
  }

  /** All of them. */
  public Collection<Peering> all() {
    return Collections.unmodifiableCollection(peerings.values());
  }

  /** The connection that a resource is, or accepts. */
  public Optional<Peering> find(Resource resource) {
    if (peerings.containsKey(resource)) {
      return Optional.of(peerings.get(resource));
    }
    return resources
        .refer(resource, "vpcPeeringConnectionId", AwsTypes.in(AwsTypes.PEERING))
        .only()
        .filter(each -> !each.equals(resource))
        .map(peerings::get);
  }
}
