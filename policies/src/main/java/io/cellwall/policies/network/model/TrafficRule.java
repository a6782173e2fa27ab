package io.cellwall.policies.network.model;

import inet.ipaddr.IPAddressSeqRange;
import io.cellwall.policies.network.packet.Interval;
import io.cellwall.policies.network.packet.PacketSet;
import io.cellwall.policies.network.packet.Ranges;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a rule of a security group or network ACL matches.
 *
 * @param inbound whether the far side is the source, otherwise the destination
 * @param far addresses of the far side
 * @param traffic protocols and ports; empty if they are unknown
 * @param urn the resource that has the rule
 * @param property where in the resource
 */
public record TrafficRule(
    boolean inbound, Ranges far, Optional<Traffic> traffic, String urn, String property) {

  /** Protocol numbers and destination ports. */
  public record Traffic(Interval protocols, Interval ports) {
    /** All of it. */
    public static final Traffic ALL = new Traffic(Interval.PROTOCOLS, Interval.PORTS);
  }

  private static final Map<String, Integer> NUMBERS =
      Map.of("icmp", 1, "tcp", 6, "udp", 17, "icmpv6", 58);

  /** The packets that the rule matches; unknown parts match everything or nothing. */
  public PacketSet packets(boolean unknownMatches) {
    if (traffic.isEmpty() && !unknownMatches) {
      return PacketSet.NONE;
    }
    Traffic matched = traffic.orElse(Traffic.ALL);
    List<IPAddressSeqRange> near = List.of(Ranges.ALL_4, Ranges.ALL_6);
    List<IPAddressSeqRange> other = far.matching(unknownMatches);
    return inbound
        ? PacketSet.of(other, near, matched.protocols(), matched.ports())
        : PacketSet.of(near, other, matched.protocols(), matched.ports());
  }

  /**
   * Reads protocol and ports.
   *
   * <p>Only TCP and UDP have ports here. A rule for some ICMP types is read as one for all of them,
   * which errs towards more packets where it allows.
   *
   * @return empty if one of them is unknown
   */
  public static Optional<Traffic> traffic(
      Resource.Part rule, String protocolField, String fromField, String toField) {
    Optional<String> name = Resource.text(rule.field(protocolField));
    if (name.isEmpty()) {
      return Optional.empty();
    }
    String protocol = name.get().toLowerCase(Locale.ROOT);
    if (protocol.equals("-1") || protocol.equals("all")) {
      return Optional.of(Traffic.ALL);
    }
    Optional<Integer> number =
        Optional.ofNullable(NUMBERS.get(protocol)).or(() -> number(protocol));
    if (number.isEmpty() || number.get() < 0 || number.get() > 255) {
      return Optional.empty();
    }
    Interval protocols = Interval.only(number.get());
    if (number.get() != 6 && number.get() != 17) {
      return Optional.of(new Traffic(protocols, Interval.PORTS));
    }
    Optional<Integer> from = Resource.text(rule.field(fromField)).flatMap(TrafficRule::number);
    Optional<Integer> to = Resource.text(rule.field(toField)).flatMap(TrafficRule::number);
    boolean known =
        from.isPresent() && to.isPresent() && from.get() <= to.get() && to.get() <= 65_535;
    if (!known) {
      return Optional.empty();
    }
    return Optional.of(
        new Traffic(protocols, new Interval(Math.max(0, from.get()), Math.max(0, to.get()))));
  }

  private static Optional<Integer> number(String text) {
    try {
      return Optional.of(Integer.valueOf(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
