package io.cellwall.cell.backup;

import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Place;
import io.cellwall.wiring.policy.PolicyDocument;
import io.cellwall.wiring.policy.Principal;
import io.cellwall.wiring.policy.Statement;
import java.util.Optional;

/**
 * A vault that keeps what is in it: recovery points cannot be deleted before their time, nor be
 * copied to a place that the inventory does not name.
 *
 * <p>Its lock is of the governance kind. One of the compliance kind could be taken off by nobody,
 * AWS included: a cell that was made by mistake, or data that a court wants erased, would stay.
 *
 * @param name the vault's name
 * @param arn its ARN, known before it exists
 * @param leastDays no recovery point may live shorter
 * @param mostDays nor longer
 * @param policy what nobody may do
 * @see <a href="https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html">Vault
 *     Lock</a>
 */
public record VaultPlan(String name, Arn arn, int leastDays, int mostDays, PolicyDocument policy) {

  /** A vault whose recovery points may be copied to one other vault, or to none. */
  static VaultPlan of(Place place, String part, Optional<Arn> copyTo) {
    String name = place.named(part);
    Arn arn = place.arn("backup", "backup-vault:" + name);
    return new VaultPlan(
        name,
        arn,
        BackupPlan.DAILY_KEPT,
        BackupPlan.MONTHLY_KEPT,
        PolicyDocument.of(keep(), copyOnly(copyTo)));
  }

  private static Statement keep() {
    return Statement.deny("KeepRecoveryPoints")
        .by(Principal.anyone())
        .actions("backup:DeleteRecoveryPoint", "backup:UpdateRecoveryPointLifecycle")
        .onEverything();
  }

  private static Statement copyOnly(Optional<Arn> copyTo) {
    Statement all =
        Statement.deny("CopyInsideTheZone")
            .by(Principal.anyone())
            .actions("backup:CopyFromBackupVault")
            .onEverything();
    return copyTo
        .map(
            vault ->
                all.when("ForAnyValue:StringNotEquals", "backup:CopyTargets", vault.toString()))
        .orElse(all);
  }
}
