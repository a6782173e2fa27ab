package io.cellwall.policies.network.model;

import io.cellwall.policies.network.packet.Packet;
import io.cellwall.policies.network.packet.PacketSet;
import io.cellwall.policies.network.packet.Reading;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ordered rules of which the first that matches decides; what none matches is denied. */
public final class Filter {

  /**
   * A rule and its verdict.
   *
   * @param allow whether what it matches passes
   * @param rule what it matches
   */
  public record Decision(boolean allow, TrafficRule rule) {}

  private final List<Decision> decisions;
  private final boolean open;
  private final Map<Reading, PacketSet> passing = new EnumMap<>(Reading.class);

  private Filter(List<Decision> decisions, boolean open) {
    this.decisions = List.copyOf(decisions);
    this.open = open;
  }

  /** Everything passes. */
  public static Filter none() {
    return new Filter(List.of(), true);
  }

  /** What some rule matches passes: a security group. */
  public static Filter allowing(List<TrafficRule> rules) {
    return new Filter(rules.stream().map(rule -> new Decision(true, rule)).toList(), false);
  }

  /** Rules in order, the first match decides: a network ACL. */
  public static Filter ordered(List<Decision> decisions) {
    return new Filter(decisions, false);
  }

  /** The packets that pass. */
  public PacketSet passing(Reading reading) {
    if (open) {
      return PacketSet.ALL;
    }
    return passing.computeIfAbsent(reading, this::reckon);
  }

  private PacketSet reckon(Reading reading) {
    PacketSet passed = PacketSet.NONE;
    PacketSet denied = PacketSet.NONE;
    for (Decision decision : decisions) {
      if (decision.allow()) {
        PacketSet allowed = decision.rule().packets(reading.unknownAllows());
        passed = passed.or(allowed.minus(denied)).limited(reading);
      } else {
        denied = denied.or(decision.rule().packets(reading.unknownDenies()));
      }
    }
    return passed;
  }

  /** The rule that lets a packet pass, if one does. */
  public Optional<TrafficRule> allows(Packet packet, Reading reading) {
    return decisions.stream()
        .filter(Decision::allow)
        .map(Decision::rule)
        .filter(rule -> rule.packets(reading.unknownAllows()).contains(packet))
        .findFirst();
  }

  /** The rules, for those who look at each. */
  public List<TrafficRule> rules() {
    List<TrafficRule> rules = new ArrayList<>();
    decisions.forEach(decision -> rules.add(decision.rule()));
    return rules;
  }
}
