package io.cellwall.policies.network.routing;

import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.network.model.AddressOwners;
import io.cellwall.policies.network.model.Addresses;
import io.cellwall.policies.network.model.Interfaces;
import io.cellwall.policies.network.model.NetworkAcls;
import io.cellwall.policies.network.model.Resources;
import io.cellwall.policies.network.model.SecurityGroups;
import io.cellwall.policies.network.model.Vpcs;
import java.util.Collection;

/**
 * The network of all graphs.
 *
 * @param resources every resource
 * @param vpcs VPCs and subnets
 * @param addresses prefix lists
 * @param owners which VPC has an address
 * @param interfaces what sends and receives
 * @param groups security groups
 * @param acls network ACLs
 * @param routes route tables
 * @param peerings peering connections
 * @param transit transit gateways
 * @param hubs networks whose inside is unknown
 * @param loadBalancers listeners and targets
 * @param privateLinks endpoints and their services
 */
public record Network(
    Resources resources,
    Vpcs vpcs,
    Addresses addresses,
    AddressOwners owners,
    Interfaces interfaces,
    SecurityGroups groups,
    NetworkAcls acls,
    RouteTables routes,
    Peerings peerings,
    TransitGateways transit,
    Hubs hubs,
    LoadBalancers loadBalancers,
    PrivateLinks privateLinks) {

  /** Reads the network from the graphs. */
  public static Network of(Collection<ResourceGraph> graphs) {
    Resources resources = Resources.of(graphs);
    Vpcs vpcs = new Vpcs(resources);
    Addresses addresses = new Addresses(resources);
    Interfaces interfaces = new Interfaces(resources, vpcs);
    Peerings peerings = new Peerings(resources, vpcs);
    TransitGateways transit = new TransitGateways(resources, vpcs, addresses);
    return new Network(
        resources,
        vpcs,
        addresses,
        new AddressOwners(vpcs),
        interfaces,
        new SecurityGroups(resources, vpcs, addresses, interfaces),
        new NetworkAcls(resources),
        new RouteTables(resources, addresses),
        peerings,
        transit,
        new Hubs(resources, vpcs, peerings, transit),
        new LoadBalancers(resources, vpcs, interfaces),
        new PrivateLinks(resources));
  }
}
