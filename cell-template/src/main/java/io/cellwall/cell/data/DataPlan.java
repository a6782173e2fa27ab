package io.cellwall.cell.data;

import io.cellwall.cell.logs.LogGroupsPlan;
import io.cellwall.cell.logs.LogSource;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.StandbyPair;
import io.cellwall.wiring.Place;
import java.util.List;
import java.util.Optional;

/**
 * Where the cell keeps its tenants' data.
 *
 * @param database the database
 * @param standbyDatabase the copy of a partner's database, where the cell stands by for one
 * @param cache the cache
 * @param queue the queue
 */
public record DataPlan(
    DatabasePlan database,
    Optional<DatabasePlan> standbyDatabase,
    CachePlan cache,
    QueuePlan queue) {

  /**
   * The data stores of a cell.
   *
   * @param copied the pair in which its data are copied to a standby, if they are
   * @param copy the copy of a partner's database, if it has one
   */
  public static DataPlan of(
      Place place,
      Cell cell,
      Optional<StandbyPair> copied,
      Optional<DatabasePlan> copy,
      LogGroupsPlan logs) {
    return new DataPlan(
        DatabasePlan.of(place, cell, copied),
        copy,
        CachePlan.of(
            place,
            cell,
            List.of(
                new CachePlan.Log("engine-log", logs.of(LogSource.CACHE).group()),
                new CachePlan.Log("slow-log", logs.of(LogSource.CACHE_SLOW).group()))),
        QueuePlan.of(place));
  }
}
