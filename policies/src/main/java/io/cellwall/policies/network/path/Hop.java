package io.cellwall.policies.network.path;

import io.cellwall.policies.network.packet.Packet;
import java.util.Optional;

/**
 * One step of a packet.
 *
 * @param urn the resource that lets it take the step
 * @param property the property of that resource that does
 * @param what what happens, in a few words
 * @param packet the packet there, after what happened to it; empty where none is known, as inside a
 *     service of AWS
 */
public record Hop(String urn, String property, String what, Optional<Packet> packet) {

  @Override
  public String toString() {
    return urn + " " + property + ": " + what + packet.map(each -> " [" + each + "]").orElse("");
  }
}
