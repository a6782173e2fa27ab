package io.cellwall.regions.model;

import java.util.Optional;

/**
 * What a cell's topology can honestly promise. Computed, so that nobody can write more than holds.
 *
 * <p>The numbers are bounds to promise, not what is typical:
 *
 * <ul>
 *   <li>inside a region Aurora keeps six copies in three availability zones, so none is lost with
 *       one; a replica is promoted in two minutes at most;
 *   <li>an Aurora Global Database lags under a second as a rule, but 20 s is the smallest lag that
 *       it can be told to enforce ({@code rds.global_db_rpo});
 *   <li>it runs in one account, in different regions: two cells of one region, or of two accounts,
 *       cannot have one, and such a standby has no data until it is restored from backups;
 *   <li>continuous backups reach to five minutes ago, and stay in their region; copies are daily.
 * </ul>
 *
 * @param topology how the cell's users are served when it is lost
 * @param zoneLoss for the loss of an availability zone
 * @param cellLoss for the loss of the cell
 * @param regionLoss for the loss of its region; empty where nothing of it lies outside
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-disaster-recovery.html">Disaster
 *     recovery with Aurora Global Database</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Managing.Backups.html">Aurora
 *     backups</a>
 */
public record Recovery(
    Topology topology, Objectives zoneLoss, Objectives cellLoss, Optional<Objectives> regionLoss) {

  /** How users are served when their cell is lost. */
  public enum Topology {
    /** Every cell serves its share; the lost share waits for its cell. The default. */
    ACTIVE_ACTIVE_BY_SHARDING,
    /** A standby has the data and runs the workloads. */
    ACTIVE_PASSIVE,
    /** A standby has the data, and starts the workloads when they are needed. */
    PILOT_LIGHT,
    /** A standby runs, and has no data before it was restored from backups. */
    BACKUP_AND_RESTORE
  }

  /** Where a standby's data comes from. */
  public enum StandbyData {
    /** There is no standby. */
    NONE,
    /** From backups, once they are needed. */
    BACKUPS,
    /** It is replicated all the time. */
    REPLICATION
  }

  /**
   * The objectives of one kind of loss.
   *
   * @param rpo the most that may be lost
   * @param rto the longest that users wait
   */
  public record Objectives(TimeSpan rpo, TimeSpan rto) {
    private static Objectives of(String rpo, String rto) {
      return new Objectives(TimeSpan.parse(rpo), TimeSpan.parse(rto));
    }
  }

  private static final Objectives AVAILABILITY_ZONE = Objectives.of("0s", "2m");

  // Built anew from its file, and restored from the backups of its own region.
  private static final Objectives FROM_BACKUP = Objectives.of("5m", "8h");

  // The same in another region, from a copy that may be a day old.
  private static final Objectives FROM_COPY = Objectives.of("1d", "12h");

  private static final TimeSpan REPLICATION_LAG = TimeSpan.parse("20s");

  // Three failed checks a minute, a decision, the promotion, and the routers' next look.
  private static final TimeSpan TAKEOVER = TimeSpan.parse("10m");

  /**
   * What a topology can promise.
   *
   * @param standby where its standby's data comes from
   * @param capacity how much of the standby runs; of no matter without one
   * @param copied whether another region keeps a copy of its backups
   */
  public static Recovery of(StandbyData standby, StandbyCapacity capacity, boolean copied) {
    Optional<Objectives> copy = copied ? Optional.of(FROM_COPY) : Optional.empty();
    Objectives pair = new Objectives(REPLICATION_LAG, TAKEOVER.plus(capacity.growth()));
    return switch (standby) {
      case NONE ->
          new Recovery(Topology.ACTIVE_ACTIVE_BY_SHARDING, AVAILABILITY_ZONE, FROM_BACKUP, copy);
      case BACKUPS ->
          new Recovery(Topology.BACKUP_AND_RESTORE, AVAILABILITY_ZONE, FROM_BACKUP, copy);
      case REPLICATION ->
          new Recovery(
              capacity == StandbyCapacity.PILOT_LIGHT
                  ? Topology.PILOT_LIGHT
                  : Topology.ACTIVE_PASSIVE,
              AVAILABILITY_ZONE,
              pair,
              Optional.of(pair));
    };
  }

  /** What the topology of a cell of the inventory can promise. */
  public static Recovery of(Inventory inventory, Cell cell) {
    return of(
        inventory.pairs().stream()
            .filter(pair -> pair.primary().equals(cell.name()))
            .map(pair -> pair.replicates() ? StandbyData.REPLICATION : StandbyData.BACKUPS)
            .findFirst()
            .orElse(StandbyData.NONE),
        cell.recovery().flatMap(RecoveryClaim::capacity).orElse(StandbyCapacity.FULL),
        cell.backupCopyTo().isPresent());
  }
}
