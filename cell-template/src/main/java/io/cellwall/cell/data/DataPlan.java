package io.cellwall.cell.data;

import io.cellwall.cell.logs.LogGroupsPlan;
import io.cellwall.cell.logs.LogSource;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.StandbyPair;
import io.cellwall.wiring.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

  /** The data stores of a cell. */
  public static DataPlan of(Place place, Inventory inventory, Cell cell, LogGroupsPlan logs) {
    return new DataPlan(
        DatabasePlan.of(
            place,
            cell,
            replicating(inventory).filter(pair -> pair.primary().equals(cell.name())).findFirst()),
        replicating(inventory)
            .filter(pair -> pair.standby().equals(cell.name()))
            .flatMap(
                pair ->
                    inventory.cell(pair.primary()).stream()
                        // The global database is there once the partner is built.
                        .filter(primary -> primary.facts().isPresent())
                        .map(primary -> DatabasePlan.copy(place, pair, primary, cell)))
            .findFirst(),
        CachePlan.of(
            place,
            cell,
            List.of(
                new CachePlan.Log("engine-log", logs.of(LogSource.CACHE).group()),
                new CachePlan.Log("slow-log", logs.of(LogSource.CACHE_SLOW).group()))),
        QueuePlan.of(place));
  }

  private static Stream<StandbyPair> replicating(Inventory inventory) {
    return inventory.pairs().stream().filter(StandbyPair::replicates);
  }
}
