package io.cellwall.policies.ownership;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.List;
import java.util.Optional;

/** Finds the owner of a block of IPv6 addresses; the inventory gives none to anybody. */
final class Ipv6Owner {

  /**
   * Inside one host or one link, and where AWS serves metadata, names and time.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html">the
   *     addresses of the metadata service</a>
   */
  private static final List<IPAddress> LOCAL =
      List.of(block("::1/128"), block("fe80::/10"), block("fd00:ec2::/32"));

  /** Translated to IPv4 by a gateway: RFC 6052. */
  private static final IPAddress TRANSLATED = block("64:ff9b::/96");

  /** Private: RFC 4193. */
  private static final IPAddress PRIVATE = block("fc00::/7");

  /** All that is routed on the internet: RFC 4291. */
  private static final IPAddress INTERNET = block("2000::/3");

  private Ipv6Owner() {}

  /** The owner; empty if the text is no address. */
  static Optional<Owner> of(String text) {
    IPAddress block = new IPAddressString(text).getAddress();
    if (block == null || !block.isIPv6()) {
      return Optional.empty();
    }
    IPAddress whole = block.toPrefixBlock();
    if (LOCAL.stream().anyMatch(local -> local.contains(whole))) {
      return Optional.of(new Owner.Aws());
    }
    if (PRIVATE.contains(whole)) {
      return Optional.of(new Owner.Nobody());
    }
    return Optional.of(
        (INTERNET.contains(whole) && !whole.equals(INTERNET)) || TRANSLATED.contains(whole)
            ? new Owner.Internet()
            : new Owner.Everyone());
  }

  private static IPAddress block(String text) {
    return new IPAddressString(text).getAddress().toPrefixBlock();
  }
}
