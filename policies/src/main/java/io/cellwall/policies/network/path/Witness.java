package io.cellwall.policies.network.path;

import io.cellwall.policies.network.packet.Packet;
import java.util.List;
import java.util.Optional;

/**
 * A path, and a packet that takes it.
 *
 * @param packet the packet as it is sent; empty if a service of AWS makes it
 * @param hops what it passes, in order
 */
public record Witness(Optional<Packet> packet, List<Hop> hops) {

  public Witness {
    hops = List.copyOf(hops);
  }

  @Override
  public String toString() {
    return String.join("\n", hops.stream().map(Hop::toString).toList());
  }
}
