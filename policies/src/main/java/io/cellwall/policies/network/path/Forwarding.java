package io.cellwall.policies.network.path;

import io.cellwall.policies.network.model.AwsTypes;
import io.cellwall.policies.network.model.Interface;
import io.cellwall.policies.network.model.Reference;
import io.cellwall.policies.network.model.Resource;
import io.cellwall.policies.network.model.Subnet;
import io.cellwall.policies.network.model.Vpc;
import io.cellwall.policies.network.packet.PacketSet;
import io.cellwall.policies.network.packet.PrefixTable;
import io.cellwall.policies.network.packet.Reading;
import io.cellwall.policies.network.path.Step.Cause;
import io.cellwall.policies.network.routing.Hubs;
import io.cellwall.policies.network.routing.Network;
import io.cellwall.policies.network.routing.Peerings;
import io.cellwall.policies.network.routing.Route;
import io.cellwall.policies.network.routing.TransitGateways;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Moves packets from one location to the next: routes of VPCs, transit gateways, hubs. */
final class Forwarding {

  private final Network network;
  private final Search search;
  private final Proxies proxies;
  private final Map<Resource, PacketSet> inside = new HashMap<>();

  Forwarding(Network network, Search search, Search.Declaration declared) {
    this.network = network;
    this.search = search;
    this.proxies = new Proxies(network, search, declared);
  }

  /** Whether a resource sends on what it receives. */
  boolean passesOn(Resource resource) {
    return proxies.passesOn(resource);
  }

  /** Sends on what a resource received. */
  void passOn(Resource resource, PacketSet packets, Step before, Cause cause) {
    proxies.passOn(resource, packets, before, cause);
  }

  void forward(Step step) {
    Location location = step.location().orElseThrow();
    if (location instanceof Location.Leaving leaving) {
      leave(leaving.subnet(), step);
    } else if (location instanceof Location.Entering entering) {
      enter(entering.vpc(), step);
    } else if (location instanceof Location.InTransit transit) {
      transit(transit, step);
    } else if (location instanceof Location.InHub hub) {
      spread(hub.hub(), step);
    } else {
      proxies.forward(location, step);
    }
  }

  private PacketSet inside(Subnet subnet) {
    return inside.computeIfAbsent(
        subnet.resource(),
        each -> PacketSet.to(subnet.addresses().matching(search.reading().unknownAllows())));
  }

  private boolean lenient() {
    return search.reading() == Reading.AT_MOST;
  }

  private void go(Location to, PacketSet packets, Step step, Cause cause) {
    search.visit(to, packets, Optional.of(step), cause, step.declared());
  }

  private void leave(Subnet subnet, Step step) {
    search.deliver(subnet, step.packets().and(inside(subnet)), step, List.of());
    proxies.intoServiceNetworks(subnet.vpc(), step);
    Gate acl = search.gates().of(subnet, false);
    PacketSet rest =
        step.packets()
            .minus(PacketSet.to(subnet.addresses().known()))
            .and(acl.passing())
            .limited(search.reading());
    for (PrefixTable.Match<Route> match :
        network.routes().of(subnet).split(rest, search.reading())) {
      route(subnet, match.entry().target(), match.packets(), step, acl);
    }
  }

  private void route(Subnet subnet, Route route, PacketSet packets, Step step, Gate acl) {
    Vpc vpc = subnet.vpc();
    Cause cause =
        new Cause(
            route.urn(),
            route.property(),
            route.kind() == Route.Kind.LOCAL ? "local route" : "route leads it on",
            List.of(acl));
    boolean somewhere =
        route.target() instanceof Reference.Unknown && route.kind() != Route.Kind.INTERNET;
    switch (somewhere ? Route.Kind.UNKNOWN : route.kind()) {
      case LOCAL -> go(new Location.Entering(vpc), packets, step, cause);
      case PEERING -> peering(vpc, route, packets, step, cause);
      case TRANSIT_GATEWAY -> gateways(vpc, route.target(), packets, step, cause);
      case CORE_NETWORK -> hubs(vpc, route.target(), packets, step, cause);
      case VPN_GATEWAY ->
          route.target().resources().stream()
              .flatMap(gateway -> network.hubs().behind(gateway).stream())
              .forEach(hub -> go(new Location.InHub(hub), packets, step, cause));
      case NAT_GATEWAY -> translate(route.target(), packets, step, cause);
      case INTERFACE -> appliance(route.target(), packets, step, acl);
      case ENDPOINT ->
          route
              .target()
              .resources()
              .forEach(endpoint -> proxies.enterEndpoint(endpoint, packets, step, cause));
      case INTERNET -> {
        // Left for the internet: what is public there is judged as such.
      }
      case UNKNOWN -> anywhere(vpc, packets, step, cause);
    }
  }

  private void peering(Vpc vpc, Route route, PacketSet packets, Step step, Cause cause) {
    for (Resource named : route.target().resources()) {
      Optional<Peerings.Peering> peering = network.peerings().find(named);
      Optional<Vpc> peer = peering.flatMap(each -> each.across(vpc));
      if (peer.isPresent()) {
        cross(peer.get(), packets, step, cause);
      } else if (lenient()) {
        String hub =
            peering.map(each -> Hubs.key(each.resource(), each.peer())).orElse(named.urn());
        go(new Location.InHub(hub), packets, step, cause);
      }
    }
    if (route.target().resources().isEmpty()) {
      hubs(vpc, route.target(), packets, step, cause);
    }
  }

  private void cross(Vpc peer, PacketSet packets, Step step, Cause cause) {
    // A peered VPC takes only what is for itself: peering leads no further.
    PacketSet within =
        packets.and(PacketSet.to(peer.addresses().matching(search.reading().unknownAllows())));
    go(new Location.Entering(peer), within, step, cause);
  }

  private void gateways(Vpc vpc, Reference target, PacketSet packets, Step step, Cause cause) {
    for (TransitGateways.Attachment attachment : network.transit().of(vpc)) {
      for (Resource gateway : attachment.gateways()) {
        boolean meant =
            target.resources().contains(gateway)
                || (lenient() && target instanceof Reference.Unknown);
        if (meant) {
          go(new Location.InTransit(gateway, attachment), packets, step, cause);
        }
      }
    }
    if (target.resources().isEmpty()) {
      hubs(vpc, target, packets, step, cause);
    }
  }

  // Only the lenient reading knows hubs: what they do with packets is never certain.
  private void hubs(Vpc vpc, Reference target, PacketSet packets, Step step, Cause cause) {
    if (lenient() && !packets.isEmpty()) {
      target.resources().forEach(each -> go(new Location.InHub(each.urn()), packets, step, cause));
      if (target instanceof Reference.Foreign foreign) {
        String id = foreign.id().substring(foreign.id().lastIndexOf('/') + 1);
        go(new Location.InHub(id), packets, step, cause);
      }
      if (target.resources().isEmpty()) {
        network.hubs().of(vpc).forEach(hub -> go(new Location.InHub(hub), packets, step, cause));
      }
    }
  }

  private void translate(Reference target, PacketSet packets, Step step, Cause cause) {
    for (Resource gateway : target.resources()) {
      for (Resource found :
          network
              .resources()
              .refer(gateway, "subnetId", AwsTypes.in(AwsTypes.SUBNET))
              .resources()) {
        network
            .vpcs()
            .subnet(found)
            .ifPresent(
                subnet ->
                    go(
                        new Location.Leaving(subnet),
                        packets.sentFrom(
                            subnet.addresses().matching(search.reading().unknownAllows())),
                        step,
                        cause));
      }
    }
  }

  private void appliance(Reference target, PacketSet packets, Step step, Gate acl) {
    for (Resource owner : target.resources()) {
      for (Interface each : network.interfaces().of(owner)) {
        search.accept(each, packets, step, List.of(acl));
        if (lenient() && !owner.flag("sourceDestCheck", true, false)) {
          Cause cause = new Cause(owner.urn(), "sourceDestCheck", "may send it on", List.of(acl));
          go(new Location.Leaving(each.subnet()), packets, step, cause);
        }
      }
    }
  }

  private void anywhere(Vpc vpc, PacketSet packets, Step step, Cause cause) {
    if (lenient()) {
      network.peerings().all().stream()
          .filter(each -> each.ends().contains(vpc))
          .flatMap(each -> each.across(vpc).stream())
          .forEach(peer -> cross(peer, packets, step, cause));
      gateways(vpc, new Reference.Unknown(), packets, step, cause);
    }
  }

  private void enter(Vpc vpc, Step step) {
    for (Subnet subnet : network.vpcs().subnetsOf(vpc)) {
      if (search.isSettled(subnet, step.declared())) {
        continue;
      }
      PacketSet inside = step.packets().and(inside(subnet));
      if (!inside.isEmpty()) {
        Gate acl = search.gates().of(subnet, true);
        search.deliver(subnet, inside.and(acl.passing()), step, List.of(acl));
      }
    }
  }

  private void transit(Location.InTransit at, Step step) {
    network
        .transit()
        .table(at.gateway(), at.attachment())
        .ifPresent(
            table -> {
              for (PrefixTable.Match<TransitGateways.Hop> match :
                  table.split(step.packets(), search.reading())) {
                TransitGateways.Hop hop = match.entry().target();
                Cause cause =
                    new Cause(hop.urn(), hop.property(), "transit gateway sends it on", List.of());
                if (hop.attachment().isPresent()) {
                  out(at.gateway(), hop.attachment().get(), match.packets(), step, cause);
                } else if (!hop.blackhole() && lenient()) {
                  network.transit().all().stream()
                      .filter(each -> each.gateways().contains(at.gateway()))
                      .forEach(each -> out(at.gateway(), each, match.packets(), step, cause));
                }
              }
            });
  }

  private void out(
      Resource gateway,
      TransitGateways.Attachment attachment,
      PacketSet packets,
      Step step,
      Cause cause) {
    attachment.vpc().ifPresent(vpc -> go(new Location.Entering(vpc), packets, step, cause));
    attachment.gateways().stream()
        .filter(each -> !each.equals(gateway))
        .forEach(each -> go(new Location.InTransit(each, attachment), packets, step, cause));
    if (lenient()) {
      network
          .hubs()
          .beyond(attachment)
          .forEach(hub -> go(new Location.InHub(hub), packets, step, cause));
    }
  }

  private void spread(String hub, Step step) {
    Cause cause = new Cause(hub, "", "nothing says what this network does with it", List.of());
    for (Vpc vpc : network.hubs().vpcsAt(hub)) {
      cross(vpc, PacketSet.ALL, step, cause);
    }
    for (TransitGateways.Attachment attachment : network.hubs().gatewaysAt(hub)) {
      attachment
          .gateways()
          .forEach(
              gateway ->
                  go(new Location.InTransit(gateway, attachment), PacketSet.ALL, step, cause));
    }
  }
}
