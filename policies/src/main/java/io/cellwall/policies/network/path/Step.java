package io.cellwall.policies.network.path;

import io.cellwall.policies.network.packet.PacketSet;
import java.util.List;
import java.util.Optional;

/**
 * Packets at a location, and how they got there.
 *
 * @param location where; empty once they have arrived
 * @param packets which
 * @param before the step before; empty for the first
 * @param cause what made them take it
 * @param declared the stack whose declared service they went through; empty if none
 */
record Step(
    Optional<Location> location,
    PacketSet packets,
    Optional<Step> before,
    Cause cause,
    String declared) {

  /**
   * What makes packets take a step.
   *
   * @param urn the resource
   * @param property the property
   * @param what in a few words
   * @param passages filters that they pass on it
   */
  record Cause(String urn, String property, String what, List<Gate> passages) {
    Cause {
      passages = List.copyOf(passages);
    }
  }
}
