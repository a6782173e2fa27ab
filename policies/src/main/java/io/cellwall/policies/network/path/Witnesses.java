package io.cellwall.policies.network.path;

import io.cellwall.policies.network.model.TrafficRule;
import io.cellwall.policies.network.packet.AddressRange;
import io.cellwall.policies.network.packet.Box;
import io.cellwall.policies.network.packet.Interval;
import io.cellwall.policies.network.packet.Packet;
import io.cellwall.policies.network.packet.PacketSet;
import io.cellwall.policies.network.packet.Reading;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Makes a path of the steps that led to an arrival, with a packet that takes all of them. */
final class Witnesses {

  private record Taken(Step step, Optional<Packet> packet) {}

  private Witnesses() {}

  static Witness of(Step last, Reading reading) {
    Deque<Taken> taken = new ArrayDeque<>();
    Optional<Step> step = Optional.of(last);
    Optional<Packet> packet = last.packets().sample();
    while (step.isPresent()) {
      packet = at(step.get().packets(), packet);
      taken.addFirst(new Taken(step.get(), packet));
      step = step.get().before();
    }
    List<Hop> hops = new ArrayList<>();
    for (Taken each : taken) {
      Step.Cause cause = each.step().cause();
      hops.add(new Hop(cause.urn(), cause.property(), cause.what(), each.packet()));
      for (Gate gate : cause.passages()) {
        Optional<TrafficRule> rule = each.packet().flatMap(p -> gate.rule(p, reading));
        rule.ifPresent(
            found -> hops.add(new Hop(found.urn(), found.property(), gate.what(), each.packet())));
      }
    }
    return new Witness(taken.getFirst().packet(), hops);
  }

  // Going back over a step that changed packets, the one before keeps as much as it can.
  private static Optional<Packet> at(PacketSet packets, Optional<Packet> after) {
    if (after.isEmpty() || packets.contains(after.get())) {
      return after;
    }
    Packet like = after.get();
    PacketSet sameTarget = packets.and(new PacketSet(List.of(towards(like, true))));
    PacketSet samePort = packets.and(new PacketSet(List.of(towards(like, false))));
    return sameTarget.sample().or(samePort::sample).or(packets::sample);
  }

  private static Box towards(Packet packet, boolean sameDestination) {
    Box all = PacketSet.ALL.boxes().get(packet.source().isIPv4() ? 0 : 1);
    return new Box(
        all.source(),
        sameDestination
            ? AddressRange.of(packet.destination().coverWithSequentialRange())
            : all.destination(),
        Interval.only(packet.protocol()),
        Interval.only(packet.port()));
  }
}
