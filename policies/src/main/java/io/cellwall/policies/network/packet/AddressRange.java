package io.cellwall.policies.network.packet;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressSeqRange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Addresses of one family from one to another, with numbers to compare them by: a proof of the
 * network compares ranges many million times, and nearly all are apart or the same.
 *
 * @param addresses the range
 * @param low a number of its first address, never greater for a smaller address; of IPv4 the
 *     address itself, of IPv6 its network half
 * @param high the number of its last address
 */
public record AddressRange(IPAddressSeqRange addresses, long low, long high) {

  static final AddressRange ALL_4 = of(Ranges.ALL_4);
  static final AddressRange ALL_6 = of(Ranges.ALL_6);

  /** A range with its numbers. */
  public static AddressRange of(IPAddressSeqRange addresses) {
    return new AddressRange(addresses, number(addresses.getLower()), number(addresses.getUpper()));
  }

  private static long number(IPAddress address) {
    if (address.isIPv4()) {
      return address.toIPv4().longValue();
    }
    long half = 0;
    for (int segment = 0; segment < 4; segment++) {
      half = half << 16 | address.toIPv6().getSegment(segment).getSegmentValue();
    }
    // Java compares numbers with their sign.
    return half ^ Long.MIN_VALUE;
  }

  boolean isIpv4() {
    return addresses.isIPv4();
  }

  /** Whether their numbers say already that nothing is in both, of one family. */
  boolean isApart(AddressRange other) {
    return high < other.low || other.high < low;
  }

  /** The addresses of both, of one family. */
  Optional<AddressRange> intersect(AddressRange other) {
    if (isApart(other)) {
      return Optional.empty();
    }
    if (other.contains(this)) {
      return Optional.of(this);
    }
    return contains(other)
        ? Optional.of(other)
        : Optional.ofNullable(addresses.intersect(other.addresses)).map(AddressRange::of);
  }

  /** Whether all addresses of the other, of the same family, are in it. */
  boolean contains(AddressRange other) {
    return low <= other.low
        && other.high <= high
        && (isIpv4() || isSame(ALL_6) || isSame(other) || addresses.contains(other.addresses));
  }

  // Another object of the same addresses is found to be so by comparing them.
  @SuppressWarnings("ReferenceEquality")
  private boolean isSame(AddressRange other) {
    return addresses == other.addresses;
  }

  /** What is left without some of its addresses. */
  List<AddressRange> minus(AddressRange cut) {
    return cut.contains(this)
        ? List.of()
        : Stream.of(addresses.subtract(cut.addresses)).map(AddressRange::of).toList();
  }

  /** The smallest range with both in it. */
  AddressRange hull(AddressRange other) {
    IPAddress first = addresses.getLower();
    IPAddress otherFirst = other.addresses.getLower();
    IPAddress last = addresses.getUpper();
    IPAddress otherLast = other.addresses.getUpper();
    return of(
        (first.compareTo(otherFirst) <= 0 ? first : otherFirst)
            .spanWithRange(last.compareTo(otherLast) >= 0 ? last : otherLast));
  }
}
