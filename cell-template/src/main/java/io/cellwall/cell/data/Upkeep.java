package io.cellwall.cell.data;

import io.cellwall.regions.model.CellName;
import java.util.List;
import java.util.Locale;

/**
 * When AWS may touch the cell's data stores, in UTC. Cells of a region have different days, so that
 * a bad patch of AWS meets one cell before the others.
 *
 * @param backup every day: {@code 02:00-03:00}
 * @param maintenance once a week: {@code tue:03:30-tue:04:30}
 */
public record Upkeep(String backup, String maintenance) {

  private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

  /** The upkeep of a cell: its number decides the day. */
  static Upkeep of(CellName cell) {
    String day = DAYS.get(cell.number() % DAYS.size());
    return new Upkeep("02:00-03:00", String.format(Locale.ROOT, "%1$s:03:30-%1$s:04:30", day));
  }
}
