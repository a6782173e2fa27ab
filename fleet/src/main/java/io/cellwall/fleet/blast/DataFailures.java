package io.cellwall.fleet.blast;

import io.cellwall.fleet.graph.Declared;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.Failure;
import io.cellwall.regions.model.Zone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Data that is corrupt or deleted: a cell's database, a zone's home-cell table.
 *
 * <p>A copy that replicates has the same corruption, so no standby contains it. Backups bring the
 * users back once somebody restores them; until then they are reached.
 */
final class DataFailures implements FailureMode {

  private static final List<String> STORES =
      List.of("aws:rds/cluster:Cluster", "aws:rds/instance:Instance", "aws:dynamodb/table:Table");

  @Override
  public List<Reach> reaches(FleetView fleet) {
    List<Reach> reaches = new ArrayList<>();
    for (Cell cell : fleet.cells()) {
      fleet
          .stack(cell.name())
          .ifPresent(view -> stores(fleet, view, fleet.behind(view.name()), reaches));
    }
    for (Zone zone : fleet.inventory().zones().values()) {
      Collection<CellName> cells = fleet.population().cellsOf(zone.name());
      fleet.edge(zone).ifPresent(view -> stores(fleet, view, cells, reaches));
      zone.edges()
          .keySet()
          .forEach(
              region -> fleet.edge(region).ifPresent(view -> stores(fleet, view, cells, reaches)));
    }
    return reaches;
  }

  private static void stores(
      FleetView fleet, StackView view, Collection<CellName> cells, List<Reach> reaches) {
    for (String type : STORES) {
      for (Declared store : view.of(type)) {
        if (isCopy(view, store)) {
          continue;
        }
        String urn = store.node().urn();
        reaches.add(
            Reach.uncontained(
                    Failure.DATA,
                    (type.contains("dynamodb") ? "the table " : "the database ")
                        + store.node().name(),
                    cells,
                    List.of(urn, "its copies take over what is wrong in it", fleet.usersOf(cells)))
                .with(restores(view, store)));
      }
    }
  }

  // The standby's member of another cell's database: its users are those of the other cell.
  private static boolean isCopy(StackView view, Declared store) {
    return store
        .text("globalClusterIdentifier")
        .filter(
            name ->
                view.of("aws:rds/globalCluster:GlobalCluster").stream()
                    .noneMatch(global -> global.has("globalClusterIdentifier", name)))
        .isPresent();
  }

  private static List<Containment> restores(StackView view, Declared store) {
    String urn = store.node().urn();
    Checks checks = new Checks();
    store
        .number("backupRetentionPeriod")
        .filter(days -> days.signum() > 0)
        .ifPresent(
            days ->
                checks.holds(
                    "to be restored as of any moment of " + days + " days",
                    urn + " backupRetentionPeriod"));
    if (Declared.isTrue(store.fields("pointInTimeRecovery"), "enabled")) {
      checks.holds("to be restored as of any moment of 35 days", urn + " pointInTimeRecovery");
    }
    for (Map.Entry<String, String> guard :
        Map.of(
                "deletionProtection",
                "may not be deleted",
                "deletionProtectionEnabled",
                "may not be deleted")
            .entrySet()) {
      if (Declared.isTrue(store.node().inputs(), guard.getKey())) {
        checks.holds(guard.getValue(), urn + " " + guard.getKey());
      }
    }
    if (!store.node().type().contains("dynamodb")) {
      for (Declared lock : view.of("aws:backup/vaultLockConfiguration:VaultLockConfiguration")) {
        checks.holds("nobody shortens the life of its backups", lock.node().urn());
      }
    }
    return checks.containments();
  }
}
