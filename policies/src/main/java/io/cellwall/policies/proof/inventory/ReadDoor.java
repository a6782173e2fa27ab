package io.cellwall.policies.proof.inventory;

import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.StackName;
import io.cellwall.regions.model.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What one stack may do with another's resources, as the design has it: the routers of a region
 * read where tenants are at home, which their zone's edge keeps.
 *
 * @param consumer name of the stack that reads
 * @param account the consumer's account
 * @param provider name of the stack that has what is read
 * @param actions what it may do, in lower case; a statement that lets it do more is no door
 */
public record ReadDoor(String consumer, String account, String provider, Set<String> actions) {

  /** Reading a table, its key, and the keys that tokens are checked with. */
  private static final Set<String> READ =
      Set.of(
          "dynamodb:batchgetitem",
          "dynamodb:describetable",
          "dynamodb:getitem",
          "dynamodb:query",
          "dynamodb:scan",
          "kms:decrypt",
          "kms:describekey",
          "s3:getobject");

  public ReadDoor {
    actions = Set.copyOf(actions);
  }

  /** The doors of an inventory. */
  public static List<ReadDoor> of(Inventory inventory) {
    List<ReadDoor> doors = new ArrayList<>();
    for (Zone zone : inventory.zones().values()) {
      zone.edges()
          .forEach(
              (region, edge) ->
                  doors.add(
                      new ReadDoor(
                          new StackName.OfRegionEdge(region).value(),
                          edge.account().value(),
                          new StackName.OfZoneEdge(zone.name()).value(),
                          READ)));
    }
    return doors;
  }
}
