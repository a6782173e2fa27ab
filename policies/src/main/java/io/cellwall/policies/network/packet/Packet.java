package io.cellwall.policies.network.packet;

import inet.ipaddr.IPAddress;

/**
 * One packet, as routes and filters see it. The source port is missing on purpose: neither security
 * groups nor network ACLs look at it.
 *
 * @param source address of the sender
 * @param destination address it is for
 * @param protocol IP protocol number
 * @param port destination port; without meaning for protocols that have none
 */
public record Packet(IPAddress source, IPAddress destination, int protocol, int port) {

  /** TCP's protocol number. */
  public static final int TCP = 6;

  /** UDP's protocol number. */
  public static final int UDP = 17;

  private String protocolName() {
    return switch (protocol) {
      case 1 -> "icmp";
      case TCP -> "tcp";
      case UDP -> "udp";
      case 58 -> "icmpv6";
      default -> "protocol " + protocol;
    };
  }

  @Override
  public String toString() {
    String ends = source.toCanonicalString() + " -> " + destination.toCanonicalString();
    return protocol == TCP || protocol == UDP
        ? protocolName() + " " + ends + " port " + port
        : protocolName() + " " + ends;
  }
}
