package io.cellwall.cell.backup;

import io.cellwall.cell.role.RolePlan;
import io.cellwall.regions.model.Cell;
import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Place;
import java.util.List;
import java.util.Optional;

/**
 * The backups of the cell's data, beside the database's own 35 days: snapshots in a vault, so that
 * they outlive the cluster.
 *
 * @param name the backup plan's name, and the selection's
 * @param regionSettings name of the account's setting that includes Aurora
 * @param vault where they are kept
 * @param rules when they are made, and how long they are kept
 * @param resources ARNs of what is backed up
 * @param role the role that AWS Backup works with
 * @param copy the copy in another region of the zone, if the inventory wants one
 */
public record BackupPlan(
    String name,
    String regionSettings,
    VaultPlan vault,
    List<BackupRule> rules,
    List<Arn> resources,
    RolePlan role,
    Optional<BackupCopyPlan> copy) {

  /** Days that a daily backup is kept. */
  static final int DAILY_KEPT = 35;

  /** Days that a monthly backup is kept. */
  static final int MONTHLY_KEPT = 365;

  public BackupPlan {
    rules = List.copyOf(rules);
    resources = List.copyOf(resources);
  }

  /**
   * When backups are made.
   *
   * @param name the rule's name
   * @param schedule an expression of cron, in UTC
   * @param keptDays how long they are kept
   */
  public record BackupRule(String name, String schedule, int keptDays) {}

  /**
   * The backups of a cell, whose roles carry the boundary.
   *
   * @param database ARN of its database
   */
  public static BackupPlan of(Place place, Cell cell, Arn database, Arn boundary) {
    Optional<BackupCopyPlan> copy =
        cell.backupCopyTo().map(region -> BackupCopyPlan.of(place, region));
    VaultPlan vault = VaultPlan.of(place, "backups", copy.map(other -> other.vault().arn()));
    return new BackupPlan(
        place.named("backups"),
        place.named("backup-settings"),
        vault,
        List.of(
            // After the database's own window.
            new BackupRule(place.named("daily"), "cron(0 5 * * ? *)", DAILY_KEPT),
            new BackupRule(place.named("monthly"), "cron(0 6 1 * ? *)", MONTHLY_KEPT)),
        List.of(database),
        new BackupRole(place, cell.backupCopyTo()).plan(vault, database, copy, boundary),
        copy);
  }
}
