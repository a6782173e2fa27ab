package io.cellwall.policies.network.path;

import io.cellwall.policies.network.model.Filter;
import io.cellwall.policies.network.model.TrafficRule;
import io.cellwall.policies.network.packet.Packet;
import io.cellwall.policies.network.packet.PacketSet;
import io.cellwall.policies.network.packet.Reading;
import java.util.List;
import java.util.Optional;

/**
 * Filters side by side: what one of them lets pass, passes.
 *
 * @param passing what passes
 * @param filters the filters; none where everything passes
 * @param what which filters they are, for a reader
 */
record Gate(PacketSet passing, List<Filter> filters, String what) {

  Gate {
    filters = List.copyOf(filters);
  }

  static Gate open(String what) {
    return new Gate(PacketSet.ALL, List.of(), what);
  }

  static Gate of(List<Filter> filters, Reading reading, String what) {
    PacketSet passing = PacketSet.NONE;
    for (Filter filter : filters) {
      passing = passing.or(filter.passing(reading));
    }
    return new Gate(passing.limited(reading), filters, what);
  }

  /** The rule that lets a packet pass. */
  Optional<TrafficRule> rule(Packet packet, Reading reading) {
    return filters.stream()
        .filter(filter -> filter.passing(reading).contains(packet))
        .flatMap(filter -> filter.allows(packet, reading).stream())
        .findFirst();
  }
}
