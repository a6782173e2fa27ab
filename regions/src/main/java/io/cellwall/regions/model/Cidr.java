package io.cellwall.regions.model;

import com.fasterxml.jackson.annotation.JsonValue;
import inet.ipaddr.AddressStringException;
import inet.ipaddr.AddressStringParameters;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import inet.ipaddr.ipv4.IPv4Address;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A canonical block of IPv4 addresses: {@code 10.16.0.0/16}, without host bits.
 *
 * <p>The arithmetic is that of the IPAddress library.
 */
public final class Cidr implements Comparable<Cidr> {

  private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";

  /** Dotted quad, slash, prefix length; whether it is canonical is for {@link #parse}. */
  public static final String SHAPE = OCTET + "(?:\\." + OCTET + "){3}/(?:3[0-2]|[12]?[0-9])";

  private static final Pattern PATTERN = Pattern.compile(SHAPE);

  private static final IPAddressStringParameters STRICT =
      new IPAddressStringParameters.Builder()
          .allowIPv6(false)
          .allowEmpty(false)
          .allowAll(false)
          .allowSingleSegment(false)
          .allowWildcardedSeparator(false)
          .allowMask(false)
          .getIPv4AddressParametersBuilder()
          .allow_inet_aton(false)
          .allowLeadingZeros(false)
          .setRangeOptions(AddressStringParameters.RangeParameters.NO_RANGE)
          .getParentBuilder()
          .toParams();

  private static final Comparator<Cidr> ORDER =
      Comparator.comparingLong(Cidr::lowest).thenComparingInt(Cidr::prefixLength);

  private final IPv4Address block;

  private Cidr(IPv4Address block) {
    this.block = block;
  }

  /**
   * Reads a canonical block.
   *
   * @throws IllegalArgumentException if the text is no IPv4 block, or has host bits set; the
   *     message quotes the text and, where there is one, the canonical form
   */
  public static Cidr parse(String text) {
    // The library also reads spaces around the text and a prefix length with leading zeros.
    if (!PATTERN.matcher(text).matches()) {
      throw new IllegalArgumentException(notABlock(text));
    }
    IPv4Address address;
    try {
      address = new IPAddressString(text, STRICT).toAddress().toIPv4();
    } catch (AddressStringException e) {
      throw new IllegalArgumentException(notABlock(text), e);
    }
    if (address == null || address.getNetworkPrefixLength() == null) {
      throw new IllegalArgumentException(notABlock(text));
    }
    IPv4Address block = address.toPrefixBlock();
    if (!block.getLower().withoutPrefixLength().equals(address.getLower().withoutPrefixLength())) {
      throw new IllegalArgumentException(
          "\"" + text + "\" has host bits set: write " + block.toCanonicalString());
    }
    return new Cidr(block);
  }

  private static String notABlock(String text) {
    return "\"" + text + "\" is not an IPv4 CIDR block: write it like 10.16.0.0/16";
  }

  /** Number of leading bits that are fixed, 0 to 32. */
  public int prefixLength() {
    return block.getNetworkPrefixLength();
  }

  /** Number of addresses in the block. */
  public long addresses() {
    return 1L << (32 - prefixLength());
  }

  /** Tells whether some address lies in both blocks. */
  public boolean overlaps(Cidr other) {
    return block.intersect(other.block) != null;
  }

  /** Tells whether every address of the other block lies in this one. */
  public boolean contains(Cidr other) {
    return block.contains(other.block);
  }

  /**
   * The blocks of a longer prefix that this block divides into, in order.
   *
   * @param length the prefix length of each; at least {@link #prefixLength()}, at most 12 bits more
   * @throws IllegalArgumentException if the length is out of that range
   */
  public List<Cidr> divide(int length) {
    if (length < prefixLength() || length > Math.min(32, prefixLength() + 12)) {
      throw new IllegalArgumentException(this + " cannot be divided into blocks of /" + length);
    }
    List<Cidr> blocks = new ArrayList<>();
    Iterator<? extends IPv4Address> each =
        block.setPrefixLength(length, false).prefixBlockIterator();
    while (each.hasNext()) {
      blocks.add(new Cidr(each.next()));
    }
    return List.copyOf(blocks);
  }

  /**
   * What is left of this block without the others: the fewest canonical blocks, in order.
   *
   * @param taken blocks to leave out; they may lie outside this block and overlap each other
   */
  public List<Cidr> without(Collection<Cidr> taken) {
    List<Cidr> free = new ArrayList<>();
    long first = lowest();
    for (Cidr next : taken.stream().filter(this::overlaps).sorted().toList()) {
      addRange(free, first, next.lowest() - 1);
      first = Math.max(first, next.lowest() + next.addresses());
    }
    addRange(free, first, lowest() + addresses() - 1);
    return List.copyOf(free);
  }

  private static void addRange(List<Cidr> blocks, long first, long last) {
    if (first <= last) {
      IPv4Address end = new IPv4Address((int) last);
      for (IPv4Address each : new IPv4Address((int) first).spanWithPrefixBlocks(end)) {
        blocks.add(new Cidr(each));
      }
    }
  }

  /**
   * The first block of a longer prefix in this block.
   *
   * @param length the prefix length; at least {@link #prefixLength()}, at most 32
   * @throws IllegalArgumentException if the length is out of that range
   */
  public Cidr firstBlock(int length) {
    if (length < prefixLength() || length > 32) {
      throw new IllegalArgumentException(this + " has no block of /" + length);
    }
    return new Cidr(block.getLower().toIPv4().withoutPrefixLength().toPrefixBlock(length));
  }

  private long lowest() {
    return block.getLower().toIPv4().longValue();
  }

  /** Tells whether the block lies in the addresses that RFC 1918 sets aside for private nets. */
  public boolean isPrivate() {
    return block.isPrivate();
  }

  @Override
  public int compareTo(Cidr other) {
    return ORDER.compare(this, other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cidr cidr
        && block.equals(cidr.block)
        && prefixLength() == cidr.prefixLength();
  }

  @Override
  public int hashCode() {
    return 31 * block.hashCode() + prefixLength();
  }

  // In a plan's JSON the block is its text: without this it would be an empty object.
  @JsonValue
  @Override
  public String toString() {
    return block.toCanonicalString();
  }
}
