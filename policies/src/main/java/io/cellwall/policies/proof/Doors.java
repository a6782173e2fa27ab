package io.cellwall.policies.proof;

import io.cellwall.policies.network.connector.Connector;
import io.cellwall.policies.proof.FleetStatement.Door;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.StandbyPair;
import java.util.List;
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
    return List.copyOf(doors);
  }
}
