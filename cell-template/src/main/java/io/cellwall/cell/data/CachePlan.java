package io.cellwall.cell.data;

import io.cellwall.cell.bundle.TenantTier;
import io.cellwall.cell.network.DataPorts;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.CellSize;
import io.cellwall.wiring.Place;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The cell's cache: Valkey with a node for each availability zone, and TLS for every connection.
 *
 * <p>Each tier of tenants has a user of its own, which sees the keys of its tier only and signs in
 * by IAM: there is no password, and no user called default.
 *
 * @param name id of the replication group; subnet group and parameter group are called so too
 * @param description what AWS shows of it
 * @param nodeType type of the nodes
 * @param nodes how many: the primary and its replicas
 * @param engineVersion version of Valkey
 * @param family the family of its parameters
 * @param parameters what differs from the family
 * @param port where it listens
 * @param userGroup id of the group of users
 * @param users the users
 * @param logs what it writes to the cell's log groups
 * @param snapshotDays how many daily snapshots are kept
 * @param upkeep when AWS may touch it
 * @param finalSnapshot what is left of it when the cell is taken down
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth-iam.html">Authenticating
 *     with IAM</a>
 */
public record CachePlan(
    String name,
    String description,
    String nodeType,
    int nodes,
    String engineVersion,
    String family,
    SortedMap<String, String> parameters,
    int port,
    String userGroup,
    List<User> users,
    List<Log> logs,
    int snapshotDays,
    Upkeep upkeep,
    String finalSnapshot) {

  public CachePlan {
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    users = List.copyOf(users);
    logs = List.copyOf(logs);
  }

  /**
   * A user.
   *
   * @param name id and name: with IAM they must be the same
   * @param access what it may do, in Valkey's words
   */
  public record User(String name, String access) {}

  /**
   * A log.
   *
   * @param type {@code slow-log} or {@code engine-log}
   * @param group name of the log group
   */
  public record Log(String type, String group) {}

  /**
   * The cache of a cell.
   *
   * @param logs where it logs
   */
  static CachePlan of(Place place, Cell cell, List<Log> logs) {
    String name = place.named("cache");
    return new CachePlan(
        name,
        "Cache of " + place.name(),
        nodeType(cell.size()),
        cell.availabilityZones().size(),
        "8.0",
        "valkey8",
        // A full cache forgets; it does not fail.
        new TreeMap<>(Map.of("maxmemory-policy", "allkeys-lru")),
        DataPorts.VALKEY.range().orElseThrow().first(),
        name + "-users",
        TenantTier.forSize(cell.size()).stream()
            .map(tier -> user(place, tier.name().value()))
            .toList(),
        logs,
        7,
        Upkeep.of(cell.name()),
        name + "-final");
  }

  /** The user of a tier: {@code eu-west-1-cell-03-standard}. */
  public static String userOf(Place place, String tier) {
    return place.named(tier);
  }

  private static User user(Place place, String tier) {
    return new User(
        userOf(place, tier), "on ~%1$s:* &%1$s:* +@all -@admin -@dangerous".formatted(tier));
  }

  // The numbers are a choice of this product, to be replaced by what is measured.
  private static String nodeType(CellSize size) {
    return switch (size) {
      case SMALL -> "cache.t4g.medium";
      case MEDIUM -> "cache.r7g.large";
      case LARGE -> "cache.r7g.2xlarge";
    };
  }
}
