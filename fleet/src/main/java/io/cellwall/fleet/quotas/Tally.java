package io.cellwall.fleet.quotas;

import io.cellwall.fleet.graph.Home;
import io.cellwall.regions.model.QuotaCode;
import io.cellwall.regions.quotas.QuotaNeed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up what is needed, for each account, region, quota and what it is counted for. */
final class Tally {

  private record Key(Home home, QuotaCode code, String subject) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return need(this, 0).compareTo(need(other, 0));
    }
  }

  private final Map<Key, Long> counts = new TreeMap<>();

  void add(Home home, QuotaCode code, String subject, long count) {
    counts.merge(new Key(home, code, subject), count, Long::sum);
  }

  List<QuotaNeed> needs() {
    List<QuotaNeed> needs = new ArrayList<>();
    counts.forEach((key, count) -> needs.add(need(key, count)));
    return needs;
  }

  private static QuotaNeed need(Key key, long count) {
    return new QuotaNeed(
        key.home().account(), key.home().region(), key.code(), key.subject(), count);
  }
}
