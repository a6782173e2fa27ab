package io.cellwall.policies.network.packet;

import inet.ipaddr.IPAddressSeqRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A set of packets: a union of boxes, which may overlap. Immutable.
 *
 * <p>A set of more than {@link #LIMIT} boxes is no longer reckoned exactly: see {@link #limited}.
 *
 * @param boxes the boxes; none means no packet
 */
public record PacketSet(List<Box> boxes) {

  /**
   * The most boxes of a set. A security group has at most 1,000 rules and a network ACL 40, so only
   * contrived networks come near.
   */
  public static final int LIMIT = 2_048;

  /** No packet. */
  public static final PacketSet NONE = new PacketSet(List.of());

  /** Every packet. */
  public static final PacketSet ALL =
      new PacketSet(
          Stream.of(AddressRange.ALL_4, AddressRange.ALL_6)
              .map(all -> new Box(all, all, Interval.PROTOCOLS, Interval.PORTS))
              .toList());

  public PacketSet {
    boxes = List.copyOf(boxes);
  }

  /** Every packet from these addresses to those, with these protocols and ports. */
  public static PacketSet of(
      List<IPAddressSeqRange> sources,
      List<IPAddressSeqRange> destinations,
      Interval protocols,
      Interval ports) {
    List<Box> boxes = new ArrayList<>();
    List<AddressRange> targets = destinations.stream().map(AddressRange::of).toList();
    for (IPAddressSeqRange each : sources) {
      AddressRange source = AddressRange.of(each);
      for (AddressRange destination : targets) {
        if (source.isIpv4() == destination.isIpv4()) {
          boxes.add(new Box(source, destination, protocols, ports));
        }
      }
    }
    return new PacketSet(boxes);
  }

  /** Every packet from these addresses. */
  public static PacketSet from(List<IPAddressSeqRange> sources) {
    return of(sources, List.of(Ranges.ALL_4, Ranges.ALL_6), Interval.PROTOCOLS, Interval.PORTS);
  }

  /** Every packet to these addresses. */
  public static PacketSet to(List<IPAddressSeqRange> destinations) {
    return of(
        List.of(Ranges.ALL_4, Ranges.ALL_6), destinations, Interval.PROTOCOLS, Interval.PORTS);
  }

  /** Whether no packet is in it. */
  public boolean isEmpty() {
    return boxes.isEmpty();
  }

  /** Whether the packet is in it. */
  public boolean contains(Packet packet) {
    return boxes.stream().anyMatch(box -> box.contains(packet));
  }

  /** The packets of either. */
  public PacketSet or(PacketSet other) {
    if (isEmpty()) {
      return other;
    }
    List<Box> all = new ArrayList<>(boxes);
    for (Box box : other.boxes) {
      if (all.stream().noneMatch(each -> each.contains(box))) {
        all.removeIf(box::contains);
        all.add(box);
      }
    }
    return new PacketSet(all);
  }

  /** The packets of both. */
  public PacketSet and(PacketSet other) {
    List<Box> common = new ArrayList<>();
    for (Box mine : boxes) {
      for (Box its : other.boxes) {
        Optional<Box> box = mine.intersect(its);
        if (box.isPresent() && common.stream().noneMatch(each -> each.contains(box.get()))) {
          common.add(box.get());
        }
      }
    }
    return new PacketSet(common);
  }

  /** The packets of this that are not of the other. */
  public PacketSet minus(PacketSet other) {
    List<Box> left = boxes;
    for (Box its : other.boxes) {
      if (left.isEmpty()) {
        return NONE;
      }
      if (isApart(left, its)) {
        continue;
      }
      List<Box> next = new ArrayList<>();
      for (Box mine : left) {
        next.addAll(mine.minus(its));
      }
      left = next;
    }
    return new PacketSet(left);
  }

  private static boolean isApart(List<Box> boxes, Box other) {
    for (Box each : boxes) {
      if (!each.isApart(other)) {
        return false;
      }
    }
    return true;
  }

  /** The same packets, as if sent from these addresses. */
  public PacketSet sentFrom(List<IPAddressSeqRange> sources) {
    PacketSet sent = NONE;
    for (Box box : boxes) {
      sent =
          sent.or(of(sources, List.of(box.destination().addresses()), box.protocol(), box.port()));
    }
    return sent;
  }

  /**
   * A set within the limit.
   *
   * @param reading which way to err: towards more packets, by the smallest boxes around all, or
   *     towards fewer, by leaving boxes away
   */
  public PacketSet limited(Reading reading) {
    if (boxes.size() <= LIMIT) {
      return this;
    }
    if (reading == Reading.AT_LEAST) {
      return new PacketSet(boxes.subList(0, LIMIT));
    }
    List<Box> hulls = new ArrayList<>();
    boxes.stream().filter(Box::isIpv4).reduce(Box::hull).ifPresent(hulls::add);
    boxes.stream().filter(box -> !box.isIpv4()).reduce(Box::hull).ifPresent(hulls::add);
    return new PacketSet(hulls);
  }

  /** One of its packets. */
  public Optional<Packet> sample() {
    return boxes.stream().findFirst().map(Box::sample);
  }
}
