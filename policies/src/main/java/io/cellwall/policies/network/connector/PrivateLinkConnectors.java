package io.cellwall.policies.network.connector;

import io.cellwall.policies.network.connector.Connector.Kind;
import io.cellwall.policies.network.model.AwsTypes;
import io.cellwall.policies.network.model.Reference;
import io.cellwall.policies.network.model.Resource;
import io.cellwall.policies.network.model.Resources;
import io.cellwall.policies.network.routing.Network;
import io.cellwall.policies.network.routing.PrivateLinks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** PrivateLink: endpoints of services that are not AWS's own, and whom a service admits. */
final class PrivateLinkConnectors {

  private final Resources resources;
  private final PrivateLinks links;
  private final Accounts accounts;
  private final DeclaredConnectors declared;

  PrivateLinkConnectors(Network network, Accounts accounts, DeclaredConnectors declared) {
    this.resources = network.resources();
    this.links = network.privateLinks();
    this.accounts = accounts;
    this.declared = declared;
  }

  List<Connector> find() {
    List<Connector> found = new ArrayList<>();
    for (Resource endpoint : links.endpoints()) {
      if (!links.isOfAws(endpoint)) {
        for (Place near : vpcs(endpoint)) {
          for (Place far : services(endpoint)) {
            found.add(
                Kind.PRIVATE_LINK.between(
                    near, far, endpoint.stack(), endpoint.urn(), "serviceName"));
          }
        }
      }
    }
    for (Resource service : resources.of(AwsTypes.array(AwsTypes.ENDPOINT_SERVICE))) {
      for (Resource.Part part : service.parts("allowedPrincipals")) {
        offer(service, part, Places.of(service)).ifPresent(found::add);
      }
    }
    for (Resource allowed :
        resources.of(
            "aws:ec2/vpcEndpointServiceAllowedPrinciple:VpcEndpointServiceAllowedPrinciple")) {
      offer(allowed, allowed.part("principalArn"), service(allowed)).ifPresent(found::add);
    }
    for (Resource accepter :
        resources.of("aws:ec2/vpcEndpointConnectionAccepter:VpcEndpointConnectionAccepter")) {
      accept(accepter).ifPresent(found::add);
    }
    return found;
  }

  private List<Place> vpcs(Resource endpoint) {
    Reference vpc = resources.refer(endpoint, "vpcId", AwsTypes.in(AwsTypes.VPC));
    if (vpc instanceof Reference.Foreign foreign) {
      return List.of(new Place.Foreign(foreign.id()));
    }
    return vpc.resources().isEmpty()
        ? List.of(Places.of(endpoint))
        : vpc.resources().stream().map(Places::of).toList();
  }

  private List<Place> services(Resource endpoint) {
    Reference service = links.service(endpoint);
    if (service instanceof Reference.Foreign foreign) {
      return List.of(new Place.Foreign(foreign.id()));
    }
    if (service instanceof Reference.Unknown) {
      return List.of(new Place.Unknown());
    }
    return service.resources().stream().map(Places::of).toList();
  }

  private Place service(Resource allowed) {
    return resources
        .refer(allowed, "vpcEndpointServiceId", AwsTypes.in(AwsTypes.ENDPOINT_SERVICE))
        .only()
        .map(Places::of)
        .orElse(Places.of(allowed));
  }

  private Optional<Connector> offer(Resource by, Resource.Part part, Place service) {
    Place principal =
        Resource.text(part.value()).map(accounts::principal).orElse(new Place.Unknown());
    if (!principal.isBeyond(by.stack()) && !service.isBeyond(by.stack())) {
      return Optional.empty();
    }
    return Optional.of(
        Kind.PRIVATE_LINK_OFFER.between(service, principal, by.stack(), by.urn(), part.property()));
  }

  private Optional<Connector> accept(Resource accepter) {
    Reference endpoint =
        resources.refer(accepter, "vpcEndpointId", AwsTypes.in(AwsTypes.VPC_ENDPOINT));
    boolean fromDeclared =
        endpoint.resources().stream()
            .allMatch(
                each ->
                    declared
                        .privateLinks()
                        .contains(
                            new DeclaredConnectors.PrivateLink(each.stack(), accepter.stack())));
    if (endpoint.only().isPresent()
        && (fromDeclared || endpoint.only().get().stack().equals(accepter.stack()))) {
      return Optional.empty();
    }
    Place from =
        endpoint instanceof Reference.Foreign foreign
            ? new Place.Foreign(foreign.id())
            : endpoint.only().map(Places::of).orElse(new Place.Unknown());
    return Optional.of(
        Kind.PRIVATE_LINK_OFFER.between(
            service(accepter), from, accepter.stack(), accepter.urn(), "vpcEndpointId"));
  }
}
