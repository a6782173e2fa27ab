package io.cellwall.policies.network.packet;

import inet.ipaddr.IPAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Routes of which the longest matching prefix wins, and among equal prefixes the lowest preference.
 *
 * @param <T> where routes lead
 */
public final class PrefixTable<T> {

  /**
   * A route.
   *
   * @param prefix what it is for; empty if that is unknown
   * @param preference lower wins among equal prefixes
   * @param firm whether no other route, however long its prefix, takes packets from it
   * @param target where it leads
   */
  public record Entry<T>(Optional<IPAddress> prefix, int preference, boolean firm, T target) {
    private int length() {
      return prefix.map(IPAddress::getPrefixLength).map(Integer::intValue).orElse(128);
    }
  }

  /** Packets, and the route that they take. */
  public record Match<T>(Entry<T> entry, PacketSet packets) {}

  private final List<Entry<T>> known;
  private final List<Entry<T>> unknown;

  /** Builds a table. */
  public PrefixTable(List<Entry<T>> entries) {
    known =
        entries.stream()
            .filter(entry -> entry.prefix().isPresent())
            .sorted(
                Comparator.<Entry<T>>comparingInt(entry -> -lengthIn(entry))
                    .thenComparing(PrefixTable::text)
                    .thenComparingInt(Entry::preference))
            .toList();
    unknown = entries.stream().filter(entry -> entry.prefix().isEmpty()).toList();
  }

  private static <T> int lengthIn(Entry<T> entry) {
    // An IPv4 address without a length is a /32, and sorts among its family only.
    return entry.prefix().filter(IPAddress::isPrefixed).isPresent() ? entry.length() : 128;
  }

  private static <T> String text(Entry<T> entry) {
    return entry.prefix().map(IPAddress::toCanonicalString).orElse("");
  }

  /** Sends each packet on the route that wins; what no route matches is dropped. */
  public List<Match<T>> split(PacketSet packets, Reading reading) {
    List<Match<T>> matches = new ArrayList<>();
    boolean uncertain = !unknown.isEmpty();
    if (reading == Reading.AT_MOST) {
      unknown.forEach(entry -> matches.add(new Match<>(entry, packets)));
    }
    PacketSet rest = packets;
    for (int i = 0; i < known.size() && !rest.isEmpty(); ) {
      Entry<T> first = known.get(i);
      PacketSet to = PacketSet.to(List.of(prefix(first).coverWithSequentialRange()));
      PacketSet matched = rest.and(to);
      int next = i;
      while (next < known.size() && text(known.get(next)).equals(text(first))) {
        Entry<T> entry = known.get(next++);
        boolean wins = entry.preference() == first.preference();
        boolean certain = entry.firm() || !uncertain || reading == Reading.AT_MOST;
        if (wins && certain && !matched.isEmpty()) {
          matches.add(new Match<>(entry, matched));
        }
      }
      if (!matched.isEmpty()) {
        rest = rest.minus(to).limited(reading);
      }
      i = next;
    }
    return matches;
  }

  private static <T> IPAddress prefix(Entry<T> entry) {
    return entry.prefix().orElseThrow();
  }
}
