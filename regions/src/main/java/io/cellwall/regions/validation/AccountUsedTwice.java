package io.cellwall.regions.validation;

import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.ZoneName;
import io.cellwall.regions.written.CellFile;
import io.cellwall.regions.written.Entry;
import io.cellwall.regions.written.Field;
import io.cellwall.regions.written.FleetFile;
import io.cellwall.regions.written.FleetFile.GlobalEdge;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;
import io.cellwall.regions.written.ZoneFile;
import io.cellwall.regions.written.ZoneFile.Edge;
import java.util.HashMap;
import java.util.Map;

/**
 * Each cell and each edge has an AWS account of its own, also after a cell is retired. Only two
 * cells of which one stands by for the other, in two regions of one zone, share one: their database
 * cannot lie in two.
 */
final class AccountUsedTwice implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    Map<AccountId, String> owners = new HashMap<>();
    WrittenFile<String, FleetFile> fleet = inventory.fleet();
    claim(
        owners,
        fleet,
        "globalEdge.account",
        fleet.content().globalEdge().at(GlobalEdge::account),
        report);
    for (WrittenFile<ZoneName, ZoneFile> zone : inventory.zones()) {
      claim(owners, zone, "account", zone.content().account(), report);
      for (Entry<Region, Edge> edge : zone.content().edgeList()) {
        String key = "edges." + edge.key().value().map(Region::code).orElse("?") + ".account";
        claim(owners, zone, key, edge.value().at(Edge::account), report);
      }
    }
    Map<AccountId, WrittenFile<CellName, CellFile>> alone = new HashMap<>();
    for (WrittenFile<CellName, CellFile> cell : inventory.cells()) {
      AccountId account = cell.content().account().orNull();
      WrittenFile<CellName, CellFile> first = account == null ? null : alone.remove(account);
      if (first == null || !isPair(first, cell)) {
        boolean isFirst = account != null && !owners.containsKey(account);
        claim(owners, cell, "account", cell.content().account(), report);
        if (isFirst) {
          alone.put(account, cell);
        }
      }
    }
  }

  private static boolean isPair(
      WrittenFile<CellName, CellFile> one, WrittenFile<CellName, CellFile> other) {
    CellFile first = one.content();
    CellFile second = other.content();
    return first.zone().is(second.zone().orNull())
        && !first.region().is(second.region().orNull())
        && (first.standbyCell().is(other.name().orNull())
            || second.standbyCell().is(one.name().orNull()));
  }

  private static void claim(
      Map<AccountId, String> owners,
      WrittenFile<?, ?> file,
      String key,
      Field<AccountId> field,
      Report report) {
    AccountId account = field.orNull();
    String first =
        account == null ? null : owners.putIfAbsent(account, file.subject() + " (" + key + ")");
    if (first != null) {
      report.violation(
          file,
          field,
          key + " " + account + " is already the account of " + first,
          "Give every cell and edge an account of its own. Two cells of which one stands by for the"
              + " other in another region of the zone share one.");
    }
  }
}
