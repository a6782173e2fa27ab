package io.cellwall.policies.proof;

import io.cellwall.policies.network.connector.Connector;
import io.cellwall.policies.proof.FleetStatement.Door;
import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.StandbyPair;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The declared doors, as a statement lists them. */
final class Doors {

  private Doors() {}

  static List<Door> of(Inventory inventory, FleetProof proof) {
    SortedSet<Door> doors = new TreeSet<>();
    for (Connector each : proof.connectors()) {
      String to = each.to().owner().orElse(each.to().shown());
      String from = each.from().owner().orElse(each.from().shown());
      switch (each.kind()) {
        case PRIVATE_LINK ->
            doors.add(new Door("PrivateLink", from, to, "requests, to the cell's load balancer"));
        case ACCELERATOR_ENDPOINT ->
            doors.add(new Door("accelerator", from, to, "clients' packets, to the routers"));
        default -> {
          // The permission for one of these.
        }
      }
    }
    proof
        .doors()
        .forEach(
            door ->
                doors.add(
                    new Door(
                        "read",
                        door.from(),
                        door.to(),
                        String.join(", ", door.actions()) + " on " + door.resource())));
    inventory.pairs().stream()
        .filter(StandbyPair::replicates)
        .forEach(
            pair ->
                doors.add(
                    new Door(
                        "replication",
                        pair.primary().toString(),
                        pair.standby().toString(),
                        "the database, to its standby")));
    inventory.pairs().stream()
        .filter(pair -> shareAccount(inventory, pair))
        .forEach(
            pair ->
                doors.add(
                    new Door(
                        "account",
                        pair.primary().toString(),
                        pair.standby().toString(),
                        "one account for both: access between the two is held by the boundaries of"
                            + " their roles, one region each, and is not proven here")));
    return List.copyOf(doors);
  }

  private static boolean shareAccount(Inventory inventory, StandbyPair pair) {
    Optional<AccountId> primary = inventory.cell(pair.primary()).map(Cell::account);
    return primary.isPresent() && primary.equals(inventory.cell(pair.standby()).map(Cell::account));
  }
}
