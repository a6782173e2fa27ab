package io.cellwall.policies.network.path;

import inet.ipaddr.IPAddressSeqRange;
import io.cellwall.policies.network.model.AwsTypes;
import io.cellwall.policies.network.model.Interface;
import io.cellwall.policies.network.model.Resource;
import io.cellwall.policies.network.model.TrafficRule;
import io.cellwall.policies.network.model.Vpc;
import io.cellwall.policies.network.packet.Box;
import io.cellwall.policies.network.packet.Interval;
import io.cellwall.policies.network.packet.PacketSet;
import io.cellwall.policies.network.packet.Ranges;
import io.cellwall.policies.network.packet.Reading;
import io.cellwall.policies.network.path.Step.Cause;
import io.cellwall.policies.network.routing.LoadBalancers;
import io.cellwall.policies.network.routing.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What takes connections and makes them anew: load balancers, PrivateLink, Lattice. */
final class Proxies {

  // https://docs.aws.amazon.com/vpc-lattice/latest/ug/security-groups.html
  private static final Ranges LATTICE =
      Ranges.of("169.254.171.0/24").and(Ranges.of("fd00:ec2:80::/64"));

  private final Network network;
  private final Search search;
  private final Search.Declaration declared;

  Proxies(Network network, Search search, Search.Declaration declared) {
    this.network = network;
    this.search = search;
    this.declared = declared;
  }

  private boolean lenient() {
    return search.reading() == Reading.AT_MOST;
  }

  boolean passesOn(Resource resource) {
    return AwsTypes.LOAD_BALANCER.contains(resource.type())
        || AwsTypes.VPC_ENDPOINT.contains(resource.type());
  }

  void passOn(Resource resource, PacketSet packets, Step before, Cause cause) {
    if (AwsTypes.LOAD_BALANCER.contains(resource.type())) {
      go(new Location.AtLoadBalancer(resource), packets, before, cause);
    } else if (AwsTypes.VPC_ENDPOINT.contains(resource.type())) {
      enterEndpoint(resource, packets, before, cause);
    }
  }

  void enterEndpoint(Resource endpoint, PacketSet packets, Step before, Cause cause) {
    go(new Location.AtEndpoint(endpoint), packets, before, cause);
  }

  private void go(Location to, PacketSet packets, Step before, Cause cause) {
    search.visit(to, packets, Optional.of(before), cause, before.declared());
  }

  void forward(Location location, Step step) {
    if (location instanceof Location.AtLoadBalancer at) {
      balance(at.loadBalancer(), step);
    } else if (location instanceof Location.AtEndpoint at) {
      network
          .privateLinks()
          .service(at.endpoint())
          .resources()
          .forEach(service -> serve(at.endpoint(), service, step));
    }
  }

  private void serve(Resource endpoint, Resource service, Step step) {
    String via = declared.allows(endpoint, service) ? service.stack() : step.declared();
    Cause toService =
        new Cause(endpoint.urn(), "serviceName", "endpoint leads it to a service", List.of());
    Step entered = new Step(Optional.empty(), step.packets(), Optional.of(step), toService, via);
    List<Resource> balancers = network.privateLinks().loadBalancers(service);
    if (balancers.isEmpty() && lenient()) {
      Cause unknown =
          new Cause(service.urn(), "networkLoadBalancerArns", "service receives it", List.of());
      search.arrive(service, step.packets(), entered, unknown);
    }
    for (Resource balancer : balancers) {
      List<Gate> passages = new ArrayList<>();
      PacketSet received = step.packets();
      Optional<Interface> face = network.interfaces().of(balancer).stream().findFirst();
      boolean filtered =
          !balancer
              .text("enforceSecurityGroupInboundRulesOnPrivateLinkTraffic")
              .orElse("on")
              .equals("off");
      if (face.isPresent() && filtered) {
        Gate in = search.gates().of(face.get(), true);
        passages.add(in);
        received = received.and(in.passing());
      }
      Cause cause =
          new Cause(
              service.urn(),
              "networkLoadBalancerArns",
              "service hands it to its load balancer",
              passages);
      search.visit(
          new Location.AtLoadBalancer(balancer), received, Optional.of(entered), cause, via);
    }
  }

  private void balance(Resource balancer, Step step) {
    List<LoadBalancers.Listener> listeners = network.loadBalancers().listenersOf(balancer);
    if (listeners.isEmpty() && lenient()) {
      Cause cause =
          new Cause(balancer.urn(), "arn", "load balancer without known listener", List.of());
      search.arrive(balancer, step.packets(), step, cause);
    }
    for (LoadBalancers.Listener listener : listeners) {
      for (TrafficRule.Traffic traffic : listener.traffic()) {
        PacketSet heard =
            step.packets()
                .and(
                    PacketSet.of(
                        List.of(Ranges.ALL_4, Ranges.ALL_6),
                        List.of(Ranges.ALL_4, Ranges.ALL_6),
                        traffic.protocols(),
                        traffic.ports()));
        if (!heard.isEmpty() && (listener.certain() || lenient())) {
          Cause cause =
              new Cause(listener.resource().urn(), "port", "listener takes it", List.of());
          Step taken = new Step(Optional.empty(), heard, Optional.of(step), cause, step.declared());
          search.arrive(balancer, heard, step, cause);
          listener.groups().forEach(group -> target(balancer, group, heard, taken));
        }
      }
    }
  }

  private void target(Resource balancer, Resource group, PacketSet heard, Step taken) {
    Cause cause =
        new Cause(group.urn(), "port", "load balancer sends it to its targets", List.of());
    search.arrive(group, heard, taken, cause);
    for (Resource next : network.loadBalancers().loadBalancersIn(group)) {
      go(new Location.AtLoadBalancer(next), heard, taken, cause);
    }
    for (LoadBalancers.Targets targets : network.loadBalancers().targetsOf(group)) {
      List<IPAddressSeqRange> to = targets.addresses().matching(lenient());
      for (Interface face : network.interfaces().of(balancer)) {
        List<IPAddressSeqRange> from = face.addresses().matching(lenient());
        PacketSet sent = PacketSet.NONE;
        for (Box box : heard.boxes()) {
          sent = sent.or(resent(box, from, to, targets.ports()));
        }
        Gate out = search.gates().of(face, false);
        Cause filtered = new Cause(cause.urn(), cause.property(), cause.what(), List.of(out));
        go(new Location.Leaving(face.subnet()), sent.and(out.passing()), taken, filtered);
      }
    }
  }

  // Network load balancers may keep the client's address: reckon with both.
  private PacketSet resent(
      Box heard, List<IPAddressSeqRange> from, List<IPAddressSeqRange> to, Interval ports) {
    PacketSet sent = PacketSet.of(from, to, heard.protocol(), ports);
    return lenient()
        ? sent.or(PacketSet.of(List.of(heard.source().addresses()), to, heard.protocol(), ports))
        : sent;
  }

  /** Sends packets into the service networks that a VPC is associated with. */
  void intoServiceNetworks(Vpc vpc, Step step) {
    for (ServiceNetworks.Reach reach : search.serviceNetworks().from(vpc)) {
      PacketSet sent = step.packets().and(PacketSet.to(LATTICE.known()));
      Cause cause =
          new Cause(
              reach.association().urn(),
              "serviceNetworkIdentifier",
              "service network takes it to a service",
              List.of());
      search.arrive(reach.service(), sent, step, cause);
    }
  }
}
