package io.cellwall.cell.data;

import io.cellwall.cell.network.DataPorts;
import io.cellwall.regions.model.AvailabilityZoneId;
import io.cellwall.regions.model.Cell;
import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Place;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The cell's database: an Aurora PostgreSQL cluster with an instance for each availability zone.
 *
 * <p>Its version changes by a release of the templates, wave by wave, and never because AWS
 * upgrades all cells in the same night.
 *
 * @param name the cluster's identifier; subnet group and parameter group are called so too
 * @param arn the cluster's ARN, known before it exists
 * @param instances one in each availability zone; the first is made the writer, and the others take
 *     over in this order
 * @param engineVersion version of Aurora PostgreSQL
 * @param family the family of its parameters
 * @param parameters what differs from the family
 * @param database the first database
 * @param masterUser who owns it; the password is Secrets Manager's, and nobody else's
 * @param port where it listens
 * @param capacity what an instance can do
 * @param retentionDays how far back it can be restored to any second; 35 is the most
 * @param insightsDays how long Performance Insights keeps its samples
 * @param logExports what it writes to the cell's log groups
 * @param upkeep when AWS may touch it
 * @param finalSnapshot what is left of it when the cell is taken down
 */
public record DatabasePlan(
    String name,
    Arn arn,
    List<Instance> instances,
    String engineVersion,
    String family,
    SortedMap<String, String> parameters,
    String database,
    String masterUser,
    int port,
    DatabaseCapacity capacity,
    int retentionDays,
    int insightsDays,
    List<String> logExports,
    Upkeep upkeep,
    String finalSnapshot) {

  // https://docs.aws.amazon.com/AmazonRDS/latest/AuroraPostgreSQLReleaseNotes/AuroraPostgreSQL.Updates.html
  private static final String VERSION = "17.5";
  private static final String FAMILY = "aurora-postgresql17";

  // https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.Security.html
  private static final SortedMap<String, String> PARAMETERS =
      new TreeMap<>(Map.of("rds.force_ssl", "1", "ssl_min_protocol_version", "TLSv1.2"));

  public DatabasePlan {
    instances = List.copyOf(instances);
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    logExports = List.copyOf(logExports);
  }

  /**
   * An instance.
   *
   * @param identifier its identifier
   * @param availabilityZone where it runs: left to RDS, two might share a zone
   */
  public record Instance(String identifier, AvailabilityZoneId availabilityZone) {}

  /** The database of a cell. */
  static DatabasePlan of(Place place, Cell cell) {
    String name = place.named("database");
    return new DatabasePlan(
        name,
        place.arn("rds", "cluster:" + name),
        cell.availabilityZones().stream()
            .map(zone -> new Instance(name + "-" + zone.suffix(), zone))
            .toList(),
        VERSION,
        FAMILY,
        PARAMETERS,
        "app",
        "cell_owner",
        DataPorts.POSTGRESQL.range().orElseThrow().first(),
        DatabaseCapacity.of(cell.size()),
        35,
        7,
        List.of("iam-db-auth-error", "postgresql"),
        Upkeep.of(cell.name()),
        name + "-final");
  }
}
