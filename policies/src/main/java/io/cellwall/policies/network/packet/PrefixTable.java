package io.cellwall.policies.network.packet;

import inet.ipaddr.IPAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
   * @param firm whether no route of unknown prefix takes packets from it
   * @param target where it leads
   */
  public record Entry<T>(Optional<IPAddress> prefix, int preference, boolean firm, T target) {}

  /** Packets, and the route that they take. */
  public record Match<T>(Entry<T> entry, PacketSet packets) {}

  /** The entries of one prefix, and what longer prefixes take out of it. */
  private static final class Block<T> {
    private final PacketSet packets;
    private final List<Entry<T>> entries = new ArrayList<>();
    private PacketSet taken = PacketSet.NONE;

    Block(IPAddress prefix) {
      packets = PacketSet.to(List.of(prefix.coverWithSequentialRange()));
    }
  }

  private final List<Block<T>> blocks;
  private final List<Entry<T>> unknown;

  /** Builds a table. */
  public PrefixTable(List<Entry<T>> entries) {
    Map<IPAddress, Block<T>> byPrefix = new LinkedHashMap<>();
    entries.stream()
        .sorted(Comparator.comparingInt(Entry::preference))
        .forEach(
            entry ->
                entry
                    .prefix()
                    .ifPresent(
                        prefix ->
                            byPrefix
                                .computeIfAbsent(block(prefix), Block::new)
                                .entries
                                .add(entry)));
    nest(byPrefix);
    blocks = List.copyOf(byPrefix.values());
    unknown = entries.stream().filter(entry -> entry.prefix().isEmpty()).toList();
  }

  // A single address is a block of its full length.
  private static IPAddress block(IPAddress prefix) {
    return prefix.isPrefixed()
        ? prefix
        : prefix.setPrefixLength(prefix.getBitCount(), false).toPrefixBlock();
  }

  // Each block takes its packets out of the shortest block around it only: that one's own part is
  // taken out of the next.
  private static <T> void nest(Map<IPAddress, Block<T>> byPrefix) {
    List<IPAddress> prefixes = new ArrayList<>(byPrefix.keySet());
    prefixes.sort(
        Comparator.comparing(IPAddress::isIPv4)
            .thenComparing(prefix -> prefix.getLower().withoutPrefixLength())
            .thenComparing(IPAddress::getNetworkPrefixLength));
    Deque<IPAddress> around = new ArrayDeque<>();
    for (IPAddress prefix : prefixes) {
      while (!around.isEmpty() && !holds(around.getLast(), prefix)) {
        around.removeLast();
      }
      if (!around.isEmpty()) {
        Block<T> outer = byPrefix.getOrDefault(around.getLast(), new Block<>(prefix));
        Block<T> inner = byPrefix.getOrDefault(prefix, new Block<>(prefix));
        outer.taken = outer.taken.or(inner.packets);
      }
      around.addLast(prefix);
    }
  }

  private static boolean holds(IPAddress outer, IPAddress inner) {
    return outer.isIPv4() == inner.isIPv4() && outer.contains(inner);
  }

  /** Sends each packet on the route that wins; what no route matches is dropped. */
  public List<Match<T>> split(PacketSet packets, Reading reading) {
    List<Match<T>> matches = new ArrayList<>();
    if (reading == Reading.AT_MOST) {
      unknown.forEach(entry -> matches.add(new Match<>(entry, packets)));
    }
    for (Block<T> block : blocks) {
      PacketSet matched = packets.and(block.packets).minus(block.taken).limited(reading);
      if (!matched.isEmpty()) {
        int best = block.entries.get(0).preference();
        for (Entry<T> entry : block.entries) {
          boolean certain = unknown.isEmpty() || entry.firm() || reading == Reading.AT_MOST;
          if (entry.preference() == best && certain) {
            matches.add(new Match<>(entry, matched));
          }
        }
      }
    }
    return matches;
  }
}
