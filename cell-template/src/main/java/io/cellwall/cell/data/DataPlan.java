package io.cellwall.cell.data;

import io.cellwall.cell.logs.LogGroupsPlan;
import io.cellwall.cell.logs.LogSource;
import io.cellwall.regions.model.Cell;
import io.cellwall.wiring.Place;
import java.util.List;

/**
 * Where the cell keeps its tenants' data.
 *
 * @param database the database
 * @param cache the cache
 * @param queue the queue
 */
public record DataPlan(DatabasePlan database, CachePlan cache, QueuePlan queue) {

  /** The data stores of a cell. */
  public static DataPlan of(Place place, Cell cell, LogGroupsPlan logs) {
    return new DataPlan(
        DatabasePlan.of(place, cell),
        CachePlan.of(
            place,
            cell,
            List.of(
                new CachePlan.Log("engine-log", logs.of(LogSource.CACHE).group()),
                new CachePlan.Log("slow-log", logs.of(LogSource.CACHE_SLOW).group()))),
        QueuePlan.of(place));
  }
}
