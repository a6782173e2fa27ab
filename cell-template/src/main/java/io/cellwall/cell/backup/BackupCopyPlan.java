package io.cellwall.cell.backup;

import io.cellwall.cell.keys.KeyPurpose;
import io.cellwall.regions.model.Region;
import io.cellwall.wiring.Place;
import io.cellwall.wiring.key.KeyPlan;
import java.util.Optional;

/**
 * A copy of the backups in another region of the zone: the one thing of a cell that leaves its
 * region. It stays in the cell's own account and stack, under a key of its own.
 *
 * @param region the region, as the inventory says
 * @param key the key of the copies, in that region
 * @param vault the vault, in that region
 */
public record BackupCopyPlan(Region region, KeyPlan key, VaultPlan vault) {

  static BackupCopyPlan of(Place place, Region region) {
    Place elsewhere = place.in(region);
    KeyPlan backups = KeyPurpose.BACKUPS.plan(elsewhere);
    return new BackupCopyPlan(
        region,
        KeyPlan.of(
            elsewhere.named("backup-copies"), "Copies: " + backups.description(), backups.policy()),
        VaultPlan.of(elsewhere, "backup-copies", Optional.empty()));
  }
}
