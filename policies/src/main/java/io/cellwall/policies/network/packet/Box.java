package io.cellwall.policies.network.packet;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressSeqRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All packets with each field in an interval.
 *
 * @param source addresses of senders
 * @param destination addresses they are for, of the same family
 * @param protocol protocol numbers
 * @param port destination ports
 */
public record Box(AddressRange source, AddressRange destination, Interval protocol, Interval port) {

  public Box {
    if (source.isIpv4() != destination.isIpv4()) {
      throw new IllegalArgumentException(
          source.addresses() + " and " + destination.addresses() + " are of two families");
    }
  }

  boolean isIpv4() {
    return source.isIpv4();
  }

  /** Whether a look says already that no packet is in both. */
  boolean isApart(Box other) {
    return isIpv4() != other.isIpv4()
        || destination.isApart(other.destination)
        || source.isApart(other.source)
        || protocol.isApart(other.protocol)
        || port.isApart(other.port);
  }

  Optional<Box> intersect(Box other) {
    if (isApart(other)) {
      return Optional.empty();
    }
    Optional<AddressRange> from = source.intersect(other.source);
    Optional<AddressRange> to = destination.intersect(other.destination);
    return from.isEmpty() || to.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Box(
                from.get(), to.get(), protocol.common(other.protocol), port.common(other.port)));
  }

  boolean contains(Box other) {
    return isIpv4() == other.isIpv4()
        && protocol.contains(other.protocol)
        && port.contains(other.port)
        && source.contains(other.source)
        && destination.contains(other.destination);
  }

  boolean contains(Packet packet) {
    return isIpv4() == packet.source().isIPv4()
        && protocol.contains(packet.protocol())
        && port.contains(packet.port())
        && source.addresses().contains(packet.source())
        && destination.addresses().contains(packet.destination());
  }

  /** What is left without the other's packets: boxes that do not overlap. */
  List<Box> minus(Box other) {
    Optional<Box> common = intersect(other);
    if (common.isEmpty()) {
      return List.of(this);
    }
    Box cut = common.get();
    List<Box> left = new ArrayList<>();
    for (AddressRange rest : source.minus(cut.source)) {
      left.add(new Box(rest, destination, protocol, port));
    }
    for (AddressRange rest : destination.minus(cut.destination)) {
      left.add(new Box(cut.source, rest, protocol, port));
    }
    for (Interval rest : without(protocol, cut.protocol)) {
      left.add(new Box(cut.source, cut.destination, rest, port));
    }
    for (Interval rest : without(port, cut.port)) {
      left.add(new Box(cut.source, cut.destination, cut.protocol, rest));
    }
    return left;
  }

  private static List<Interval> without(Interval all, Interval cut) {
    List<Interval> left = new ArrayList<>();
    if (all.low() < cut.low()) {
      left.add(new Interval(all.low(), cut.low() - 1));
    }
    if (cut.high() < all.high()) {
      left.add(new Interval(cut.high() + 1, all.high()));
    }
    return left;
  }

  /** The smallest box with both in it; both of one family. */
  Box hull(Box other) {
    return new Box(
        source.hull(other.source),
        destination.hull(other.destination),
        protocol.hull(other.protocol),
        port.hull(other.port));
  }

  /** One of its packets, such as a reader would pick: TCP, port 443, no reserved address. */
  Packet sample() {
    int number =
        protocol.contains(Packet.TCP)
            ? Packet.TCP
            : protocol.contains(Packet.UDP) ? Packet.UDP : protocol.low();
    return new Packet(
        host(source.addresses()),
        host(destination.addresses()),
        number,
        port.contains(443) ? 443 : port.low());
  }

  // AWS keeps the first four addresses of a subnet for itself:
  // https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
  private static IPAddress host(IPAddressSeqRange range) {
    IPAddress low = range.getLower().withoutPrefixLength();
    IPAddress tenth = low.increment(10);
    return range.contains(tenth) ? tenth : low;
  }
}
