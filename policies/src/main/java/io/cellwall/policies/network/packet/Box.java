package io.cellwall.policies.network.packet;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressSeqRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All packets with each field in an interval.
 *
 * @param source addresses of senders
 * @param destination addresses they are for, of the same family
 * @param protocol protocol numbers
 * @param port destination ports
 */
public record Box(
    IPAddressSeqRange source, IPAddressSeqRange destination, Interval protocol, Interval port) {

  public Box {
    if (!Ranges.sameFamily(source, destination)) {
      throw new IllegalArgumentException(source + " and " + destination + " are of two families");
    }
  }

  /** Every packet between these addresses. */
  public static Box between(IPAddressSeqRange source, IPAddressSeqRange destination) {
    return new Box(source, destination, Interval.PROTOCOLS, Interval.PORTS);
  }

  boolean isIpv4() {
    return source.isIPv4();
  }

  Optional<Box> intersect(Box other) {
    if (isIpv4() != other.isIpv4()) {
      return Optional.empty();
    }
    Optional<Interval> protocols = protocol.intersect(other.protocol);
    Optional<Interval> ports = port.intersect(other.port);
    if (protocols.isEmpty() || ports.isEmpty()) {
      return Optional.empty();
    }
    IPAddressSeqRange from = common(source, other.source);
    IPAddressSeqRange to = from == null ? null : common(destination, other.destination);
    return from == null || to == null
        ? Optional.empty()
        : Optional.of(new Box(from, to, protocols.get(), ports.get()));
  }

  boolean contains(Box other) {
    return isIpv4() == other.isIpv4()
        && protocol.contains(other.protocol)
        && port.contains(other.port)
        && contains(source, other.source)
        && contains(destination, other.destination);
  }

  // Most ranges are all there is, or the very one that the other box has: nothing to compare.
  private static boolean contains(IPAddressSeqRange one, IPAddressSeqRange other) {
    return isSame(one, other) || isAll(one) || one.contains(other);
  }

  private static @Nullable IPAddressSeqRange common(
      IPAddressSeqRange one, IPAddressSeqRange other) {
    if (isSame(one, other) || isAll(other)) {
      return one;
    }
    return isAll(one) ? other : one.intersect(other);
  }

  private static boolean isAll(IPAddressSeqRange range) {
    return isSame(range, Ranges.ALL_4) || isSame(range, Ranges.ALL_6);
  }

  // Another object of the same addresses is found to be so by comparing them.
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(IPAddressSeqRange one, IPAddressSeqRange other) {
    return one == other;
  }

  private static List<IPAddressSeqRange> without(IPAddressSeqRange all, IPAddressSeqRange cut) {
    return isSame(all, cut) ? List.of() : List.of(all.subtract(cut));
  }

  boolean contains(Packet packet) {
    return isIpv4() == packet.source().isIPv4()
        && protocol.contains(packet.protocol())
        && port.contains(packet.port())
        && source.contains(packet.source())
        && destination.contains(packet.destination());
  }

  /** What is left without the other's packets: boxes that do not overlap. */
  List<Box> minus(Box other) {
    Optional<Box> common = intersect(other);
    if (common.isEmpty()) {
      return List.of(this);
    }
    Box cut = common.get();
    List<Box> left = new ArrayList<>();
    for (IPAddressSeqRange rest : without(source, cut.source)) {
      left.add(new Box(rest, destination, protocol, port));
    }
    for (IPAddressSeqRange rest : without(destination, cut.destination)) {
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
        hull(source, other.source),
        hull(destination, other.destination),
        protocol.hull(other.protocol),
        port.hull(other.port));
  }

  private static IPAddressSeqRange hull(IPAddressSeqRange one, IPAddressSeqRange other) {
    IPAddress low =
        one.getLower().compareTo(other.getLower()) <= 0 ? one.getLower() : other.getLower();
    IPAddress high =
        one.getUpper().compareTo(other.getUpper()) >= 0 ? one.getUpper() : other.getUpper();
    return low.spanWithRange(high);
  }

  /** One of its packets, such as a reader would pick: TCP, port 443, no reserved address. */
  Packet sample() {
    int number =
        protocol.contains(Packet.TCP)
            ? Packet.TCP
            : protocol.contains(Packet.UDP) ? Packet.UDP : protocol.low();
    return new Packet(
        host(source), host(destination), number, port.contains(443) ? 443 : port.low());
  }

  // AWS keeps the first four addresses of a subnet for itself:
  // https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
  private static IPAddress host(IPAddressSeqRange range) {
    IPAddress low = range.getLower().withoutPrefixLength();
    IPAddress tenth = low.increment(10);
    return range.contains(tenth) ? tenth : low;
  }
}
