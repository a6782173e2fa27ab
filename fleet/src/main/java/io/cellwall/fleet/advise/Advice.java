package io.cellwall.fleet.advise;

import io.cellwall.regions.model.Region;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What to build, and what not.
 *
 * @param asker who asked
 * @param stage the lowest stage that meets all needs; where none does, the one that comes closest
 * @param standbys whether each cell needs a standby in another region
 * @param zones where it stands
 * @param considered every stage, with why it will not do; nothing for the one that is advised
 * @param unmet the needs that nothing here meets
 */
public record Advice(
    Asker asker,
    Stage stage,
    boolean standbys,
    List<ZonePlan> zones,
    List<Considered> considered,
    List<String> unmet) {

  public Advice {
    zones = List.copyOf(zones);
    considered = List.copyOf(considered);
    unmet = List.copyOf(unmet);
  }

  /**
   * One residency zone.
   *
   * @param units clusters or cells in each of its regions
   */
  public record ZonePlan(Asker.Home home, SortedMap<Region, Integer> units) {
    public ZonePlan {
      units = Collections.unmodifiableSortedMap(new TreeMap<>(units));
    }

    /** All of them. */
    public int count() {
      return units.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  /**
   * A stage that was considered.
   *
   * @param standbys for cells: each stands by for another
   * @param arithmetic the availability of it
   * @param lacks the needs that it does not meet, the SLA last
   * @param meetsSla whether its availability is enough
   */
  public record Considered(
      Stage stage, boolean standbys, Arithmetic arithmetic, List<String> lacks, boolean meetsSla) {
    public Considered {
      lacks = List.copyOf(lacks);
    }

    /** How many needs it does not meet, but for the SLA. */
    int otherLacks() {
      return lacks.size() - (meetsSla ? 0 : 1);
    }

    /** The stage in words, with the standbys. */
    public String words() {
      return stage.words() + (standbys ? " with standbys" : "");
    }
  }

  /** The one that is advised. */
  public Considered chosen() {
    return considered.stream()
        .filter(each -> each.stage() == stage && each.standbys() == standbys)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("what is advised was considered"));
  }

  /** All clusters or cells. */
  public int units() {
    return zones.stream().mapToInt(ZonePlan::count).sum();
  }
}
