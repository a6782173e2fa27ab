package io.cellwall.policies.network.packet;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressSeqRange;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Addresses as far as they are known.
 *
 * @param known the addresses that certainly belong to it, as ranges of one family each
 * @param possible what may belong to it besides
 */
public record Ranges(List<IPAddressSeqRange> known, List<IPAddressSeqRange> possible) {

  private static final IPAddressStringParameters STRICT =
      new IPAddressStringParameters.Builder()
          .allowEmpty(false)
          .allowAll(false)
          .allowSingleSegment(false)
          .allowWildcardedSeparator(false)
          .allowMask(false)
          .getIPv4AddressParametersBuilder()
          .allow_inet_aton(false)
          .allowLeadingZeros(false)
          .getParentBuilder()
          .toParams();

  /** {@code 0.0.0.0/0}. */
  public static final IPAddressSeqRange ALL_4 = block("0.0.0.0/0").coverWithSequentialRange();

  /** {@code ::/0}. */
  public static final IPAddressSeqRange ALL_6 = block("::/0").coverWithSequentialRange();

  /** No address. */
  public static final Ranges NONE = new Ranges(List.of(), List.of());

  /** Every address of both families. */
  public static final Ranges ALL = new Ranges(List.of(ALL_4, ALL_6), List.of());

  /** Nobody knows. */
  public static final Ranges UNKNOWN = new Ranges(List.of(), List.of(ALL_4, ALL_6));

  /** IPv4 addresses nobody knows. */
  public static final Ranges UNKNOWN_4 = new Ranges(List.of(), List.of(ALL_4));

  /** IPv6 addresses nobody knows. */
  public static final Ranges UNKNOWN_6 = new Ranges(List.of(), List.of(ALL_6));

  public Ranges {
    known = List.copyOf(known);
    possible = List.copyOf(possible);
  }

  /** Reads an address or a CIDR block; empty if the text is neither. */
  public static Optional<IPAddress> parse(String text) {
    try {
      IPAddress address = new IPAddressString(text.strip(), STRICT).toAddress();
      return address == null
          ? Optional.empty()
          : Optional.of(address.isPrefixed() ? address.toPrefixBlock() : address);
    } catch (AddressStringException e) {
      return Optional.empty();
    }
  }

  /** The addresses of a block; a text that is none is as good as unknown. */
  public static Ranges of(String text) {
    return parse(text).map(Ranges::of).orElse(UNKNOWN);
  }

  /** The addresses of a block. */
  public static Ranges of(IPAddress block) {
    return new Ranges(List.of(block.coverWithSequentialRange()), List.of());
  }

  private static IPAddress block(String text) {
    return parse(text).orElseThrow(() -> new IllegalArgumentException(text));
  }

  /** Both. */
  public Ranges and(Ranges other) {
    return other.isEmpty()
        ? this
        : new Ranges(joined(known, other.known), joined(possible, other.possible));
  }

  private static List<IPAddressSeqRange> joined(
      List<IPAddressSeqRange> some, List<IPAddressSeqRange> others) {
    List<IPAddressSeqRange> both = new ArrayList<>(some);
    for (IPAddressSeqRange range : others) {
      if (both.stream().noneMatch(each -> sameFamily(each, range) && each.contains(range))) {
        both.add(range);
      }
    }
    return both;
  }

  /** The same addresses, none of them certain. */
  public Ranges possibly() {
    return new Ranges(List.of(), joined(known, possible));
  }

  /** Whether nothing is in it, and nothing unknown can be. */
  public boolean isEmpty() {
    return known.isEmpty() && possible.isEmpty();
  }

  /** Whether something about it is unknown. */
  public boolean isOpen() {
    return !possible.isEmpty();
  }

  /**
   * The addresses to reckon with.
   *
   * @param unknownMatches whether what only may belong to it counts
   */
  public List<IPAddressSeqRange> matching(boolean unknownMatches) {
    return unknownMatches && isOpen() ? joined(possible, known) : known;
  }

  /** The blocks that the known addresses consist of. */
  public List<IPAddress> blocks() {
    List<IPAddress> blocks = new ArrayList<>();
    known.forEach(range -> blocks.addAll(List.of(range.spanWithPrefixBlocks())));
    return blocks;
  }

  /** Whether some known address lies in both. */
  public boolean overlaps(Ranges other) {
    return known.stream()
        .anyMatch(
            mine ->
                other.known.stream()
                    .anyMatch(its -> sameFamily(mine, its) && mine.intersect(its) != null));
  }

  /** Whether every known address of the other lies in one range of this. */
  public boolean covers(Ranges other) {
    return other.known.stream()
        .allMatch(
            its -> known.stream().anyMatch(mine -> sameFamily(mine, its) && mine.contains(its)));
  }

  private static boolean sameFamily(IPAddressSeqRange one, IPAddressSeqRange other) {
    return one.isIPv4() == other.isIPv4();
  }
}
