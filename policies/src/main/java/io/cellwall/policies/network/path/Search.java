package io.cellwall.policies.network.path;

import io.cellwall.policies.network.model.Interface;
import io.cellwall.policies.network.model.Resource;
import io.cellwall.policies.network.model.Subnet;
import io.cellwall.policies.network.packet.PacketSet;
import io.cellwall.policies.network.packet.Reading;
import io.cellwall.policies.network.path.Step.Cause;
import io.cellwall.policies.network.routing.Network;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Follows everything that one stack can send, to a fixpoint: each location keeps the packets seen
 * there, and only new ones go on.
 */
final class Search {

  /** Steps after which a search is given up; a hub of 1,000 cells takes some ten thousand. */
  static final int STEPS = 400_000;

  private final Network network;
  private final Islands islands;
  private final Reading reading;
  private final Gates gates;
  private final Forwarding forwarding;
  private final ServiceNetworks serviceNetworks;
  private final Map<String, PacketSet> seen = new HashMap<>();
  private final Deque<Step> queue = new ArrayDeque<>();
  private final Map<String, Arrival> arrivals = new LinkedHashMap<>();
  private final Map<Resource, List<Interface>> within = new HashMap<>();
  private final Map<String, Boolean> isDeadEnd = new HashMap<>();
  private String source = "";
  private int steps;

  Search(Network network, Islands islands, Reading reading, Declaration declared) {
    this.network = network;
    this.islands = islands;
    this.reading = reading;
    this.gates = new Gates(network, reading);
    this.serviceNetworks = new ServiceNetworks(network.resources());
    this.forwarding = new Forwarding(network, this, declared);
  }

  Reading reading() {
    return reading;
  }

  Gates gates() {
    return gates;
  }

  ServiceNetworks serviceNetworks() {
    return serviceNetworks;
  }

  String source() {
    return source;
  }

  /** Says whether a connector of the stack searched from is declared. */
  interface Declaration {
    boolean allows(Resource endpoint, Resource service);
  }

  /** Whether the last search was given up. */
  boolean isGivenUp() {
    return steps >= STEPS;
  }

  /** The stacks that a stack's packets get to. */
  List<Arrival> from(String stack, List<Resource> subnets, List<Interface> interfaces) {
    seen.clear();
    queue.clear();
    arrivals.clear();
    steps = 0;
    source = stack;
    interfaces.forEach(this::send);
    if (reading == Reading.AT_MOST) {
      for (Resource each : subnets) {
        network.vpcs().subnet(each).map(Gates::imagined).ifPresent(this::send);
      }
    }
    while (!queue.isEmpty() && steps++ < STEPS) {
      forwarding.forward(queue.remove());
    }
    return List.copyOf(arrivals.values());
  }

  private void send(Interface each) {
    Gate out = gates.of(each, false);
    PacketSet sent =
        PacketSet.from(each.addresses().matching(reading.unknownAllows())).and(out.passing());
    Cause cause =
        new Cause(
            each.owner().urn(),
            each.property(),
            each.filtering() == Interface.Filtering.IMAGINED
                ? "something in this subnet sends it"
                : "sends it",
            List.of(out));
    visit(new Location.Leaving(each.subnet()), sent, Optional.empty(), cause, "");
  }

  /** Notes packets at a location; those not seen there before go on. */
  void visit(
      Location location, PacketSet packets, Optional<Step> before, Cause cause, String declared) {
    if (location.stack().filter(stack -> isSpent(stack, declared)).isPresent()) {
      return;
    }
    PacketSet within = packets.limited(reading);
    String key = location.key() + "|" + declared;
    PacketSet known = seen.getOrDefault(key, PacketSet.NONE);
    PacketSet fresh = known.isEmpty() ? within : within.minus(known).limited(reading);
    if (!fresh.isEmpty()) {
      seen.put(key, known.or(fresh).limited(reading));
      queue.add(new Step(Optional.of(location), fresh, before, cause, declared));
    }
  }

  // Where no connector leads out of a stack that was reached, no packet in it finds another.
  private boolean isSpent(String stack, String declared) {
    return !stack.equals(source)
        && arrivals.containsKey(arrivalKey(stack, declared.equals(stack)))
        && isDeadEnd.computeIfAbsent(stack, each -> islands.reachableFrom(each).isEmpty());
  }

  /** Whether packets for a subnet can no longer find anything out. */
  boolean isSettled(Subnet subnet, String declared) {
    for (Interface each : within(subnet)) {
      if (!hasArrived(each, declared)) {
        return false;
      }
    }
    return true;
  }

  private List<Interface> within(Subnet subnet) {
    return within.computeIfAbsent(
        subnet.resource(),
        each -> {
          List<Interface> all = new ArrayList<>(network.interfaces().in(subnet));
          if (reading == Reading.AT_MOST) {
            all.add(Gates.imagined(subnet));
          }
          return all;
        });
  }

  /** Hands packets to the interfaces of a subnet. */
  void deliver(Subnet subnet, PacketSet packets, Step before, List<Gate> passed) {
    for (Interface each : within(subnet)) {
      if (hasArrived(each, before.declared())) {
        continue;
      }
      PacketSet addressed =
          packets.and(PacketSet.to(each.addresses().matching(reading.unknownAllows())));
      accept(each, addressed, before, passed);
    }
  }

  // What has been reached once needs no second path, unless it passes packets on.
  private boolean hasArrived(Interface each, String declared) {
    String stack = each.owner().stack();
    boolean settled =
        stack.equals(source) || arrivals.containsKey(arrivalKey(stack, declared.equals(stack)));
    return settled && !forwarding.passesOn(each.owner());
  }

  /** Lets an interface take packets, as far as its groups do. */
  void accept(Interface each, PacketSet packets, Step before, List<Gate> passed) {
    if (packets.isEmpty()) {
      return;
    }
    Gate in = gates.of(each, true);
    PacketSet taken = packets.and(in.passing());
    if (taken.isEmpty()) {
      return;
    }
    List<Gate> passages = new ArrayList<>(passed);
    passages.add(in);
    Cause cause =
        new Cause(
            each.owner().urn(),
            each.property(),
            each.filtering() == Interface.Filtering.IMAGINED
                ? "something in this subnet would receive it"
                : "receives it",
            passages);
    arrive(each.owner(), taken, before, cause);
    forwarding.passOn(each.owner(), taken, before, cause);
  }

  /** Notes that packets got to a resource. */
  void arrive(Resource at, PacketSet packets, Step before, Cause cause) {
    if (!at.stack().equals(source) && !packets.isEmpty()) {
      boolean declared = before.declared().equals(at.stack());
      arrivals.putIfAbsent(
          arrivalKey(at.stack(), declared),
          new Arrival(
              at.stack(),
              declared,
              new Step(Optional.empty(), packets, Optional.of(before), cause, before.declared())));
    }
  }

  private static String arrivalKey(String stack, boolean declared) {
    return stack + (declared ? " as declared" : "");
  }
}
