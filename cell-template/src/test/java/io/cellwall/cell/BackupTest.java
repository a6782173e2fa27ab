package io.cellwall.cell;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.cell.Rehearsal.Declared;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.CellSize;
import io.cellwall.regions.model.NatGateways;
import io.cellwall.regions.model.Region;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BackupTest {

  private static final String NAME = "eu-west-1-cell-03";

  private static Cell cell() {
    return SampleFleet.cell(
        NAME, "333333333333", "10.3.0.0/16", NatGateways.NONE, SampleFleet.zones(3));
  }

  private static Cell copied() {
    return SampleFleet.withBackupCopy(CellSize.SMALL, Region.parse("eu-central-1"), cell());
  }

  private static List<Declared> ofType(Cell cell, String type) {
    return Rehearsal.of(SampleFleet.plan(cell)).stream()
        .filter(resource -> resource.type().equals(type))
        .toList();
  }

  @Test
  void should_put_nothing_outside_the_region_without_a_copy() {
    assertThat(Rehearsal.of(SampleFleet.plan(cell())))
        .isNotEmpty()
        .allSatisfy(resource -> assertThat(resource.provider()).contains("::the-cell::"));
  }

  @Test
  void should_put_a_vault_and_its_key_into_the_region_of_the_copy_and_nothing_else() {
    assertThat(
            Rehearsal.of(SampleFleet.plan(copied())).stream()
                .filter(resource -> !resource.provider().contains("::the-cell::"))
                .map(resource -> resource.type() + " " + resource.name()))
        .containsExactlyInAnyOrder(
            "aws:backup/vault:Vault eu-west-1-cell-03-backup-copies",
            "aws:backup/vaultLockConfiguration:VaultLockConfiguration"
                + " eu-west-1-cell-03-backup-copies",
            "aws:backup/vaultPolicy:VaultPolicy eu-west-1-cell-03-backup-copies",
            "aws:kms/alias:Alias eu-west-1-cell-03-backup-copies",
            "aws:kms/key:Key eu-west-1-cell-03-backup-copies");
  }

  @Test
  void should_copy_to_its_own_vault_in_the_region_that_the_inventory_names() {
    String vault =
        "arn:aws:backup:eu-central-1:333333333333:backup-vault:eu-west-1-cell-03-backup-copies";
    String plan = ofType(copied(), "aws:backup/plan:Plan").get(0).input("rules");
    assertThat(plan.split("destinationVaultArn=" + vault, -1)).hasSize(3);
    assertThat(ofType(cell(), "aws:backup/plan:Plan").get(0).input("rules"))
        .doesNotContain("destinationVaultArn");
  }

  @Test
  void should_let_recovery_points_be_copied_nowhere_else() {
    JsonNode without = policy(cell(), NAME + "-backups");
    JsonNode with = policy(copied(), NAME + "-backups");
    JsonNode copies = policy(copied(), NAME + "-backup-copies");
    assertThat(without)
        .hasToString(
            "{\"Sid\":\"CopyInsideTheZone\",\"Effect\":\"Deny\",\"Principal\":\"*\","
                + "\"Action\":[\"backup:CopyFromBackupVault\"],\"Resource\":[\"*\"]}");
    assertThat(with.get("Condition"))
        .hasToString(
            "{\"ForAnyValue:StringNotEquals\":{\"backup:CopyTargets\":"
                + "[\"arn:aws:backup:eu-central-1:333333333333:backup-vault:"
                + "eu-west-1-cell-03-backup-copies\"]}}");
    assertThat(copies).isEqualTo(without);
  }

  private static JsonNode policy(Cell cell, String vault) {
    return ofType(cell, "aws:backup/vaultPolicy:VaultPolicy").stream()
        .filter(policy -> policy.name().equals(vault))
        .flatMap(policy -> policy.policies().stream())
        .findFirst()
        .orElseThrow()
        .get("Statement")
        .get(1);
  }

  @Test
  void should_lock_every_vault() {
    assertThat(
            ofType(copied(), "aws:backup/vaultLockConfiguration:VaultLockConfiguration").stream()
                .map(
                    lock ->
                        "%s %s to %s"
                            .formatted(
                                lock.input("backupVaultName"),
                                lock.input("minRetentionDays"),
                                lock.input("maxRetentionDays"))))
        .containsExactlyInAnyOrder(
            NAME + "-backups 35.0 to 365.0", NAME + "-backup-copies 35.0 to 365.0");
  }

  @Test
  void should_let_only_the_role_of_backups_act_in_the_region_of_the_copy() {
    String boundary =
        ofType(copied(), "aws:iam/policy:Policy").stream()
            .filter(policy -> policy.name().equals(NAME + "-boundary"))
            .map(policy -> policy.input("policy"))
            .collect(Collectors.joining());
    assertThat(boundary)
        .contains(
            "{\"Sid\":\"StayInTheRegion\",\"Effect\":\"Deny\","
                + "\"NotAction\":[\"iam:*\",\"route53:*\",\"sts:*\"],\"Resource\":[\"*\"],"
                + "\"Condition\":{\"ArnNotEquals\":{\"aws:PrincipalArn\":"
                + "[\"arn:aws:iam::333333333333:role/eu-west-1-cell-03-backup\"]},"
                + "\"StringNotEquals\":{\"aws:RequestedRegion\":[\"eu-west-1\"]}}}")
        .contains(
            "{\"Sid\":\"CopyBackupsThereOnly\",\"Effect\":\"Deny\","
                + "\"NotAction\":[\"iam:*\",\"route53:*\",\"sts:*\"],\"Resource\":[\"*\"],"
                + "\"Condition\":{\"StringNotEquals\":{\"aws:RequestedRegion\":"
                + "[\"eu-central-1\",\"eu-west-1\"]}}}");
  }

  @Test
  void should_back_up_the_database() {
    assertThat(ofType(cell(), "aws:backup/selection:Selection"))
        .extracting(selection -> selection.input("resources"))
        .containsExactly("[arn:aws:rds:eu-west-1:333333333333:cluster:eu-west-1-cell-03-database]");
  }
}
