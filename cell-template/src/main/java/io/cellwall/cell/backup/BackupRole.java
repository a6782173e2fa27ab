package io.cellwall.cell.backup;

import io.cellwall.cell.keys.KeyPurpose;
import io.cellwall.cell.role.RolePlan;
import io.cellwall.cell.role.Trust;
import io.cellwall.regions.model.Region;
import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Place;
import io.cellwall.wiring.policy.PolicyDocument;
import io.cellwall.wiring.policy.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What AWS Backup may do: take snapshots of the cell's database, put them into the cell's vaults,
 * and restore them. AWS's own policy for it is about every resource of every kind; this one is
 * about Aurora.
 *
 * @param place where the cell is
 * @param copyTo the region of the copies, if there are any
 * @see <a
 *     href="https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSBackupServiceRolePolicyForBackup.html">AWSBackupServiceRolePolicyForBackup</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSBackupServiceRolePolicyForRestores.html">AWSBackupServiceRolePolicyForRestores</a>
 */
record BackupRole(Place place, Optional<Region> copyTo) {

  /** Part of the role's name. */
  static final String PART = "backup";

  RolePlan plan(VaultPlan vault, Arn database, Optional<BackupCopyPlan> copy, Arn boundary) {
    return RolePlan.of(
        place,
        PART,
        "What AWS Backup does with the data of the cell",
        boundary,
        Trust.service(place, "backup.amazonaws.com", place.arn("backup", "*")),
        PolicyDocument.of(
            Statement.allow("Snapshot")
                .actions(
                    "rds:AddTagsToResource",
                    "rds:CreateDBClusterSnapshot",
                    "rds:DescribeDBClusters",
                    "rds:ListTagsForResource")
                .on(database)
                .on(snapshots(place)),
            Statement.allow("CopyAndExpire")
                .actions(
                    "rds:AddTagsToResource",
                    "rds:CopyDBClusterSnapshot",
                    "rds:DeleteDBClusterSnapshot",
                    "rds:DescribeDBClusterSnapshots",
                    "rds:ListTagsForResource")
                .on(everywhere().map(BackupRole::snapshots).toArray(Arn[]::new)),
            Statement.allow("Restore")
                .actions(
                    "rds:AddTagsToResource",
                    "rds:DescribeDBClusters",
                    "rds:RestoreDBClusterFromSnapshot")
                .on(
                    place.arn("rds", "cluster:" + place.named("*")),
                    place.arn("rds", "cluster-pg:" + place.named("*")),
                    place.arn("rds", "subgrp:" + place.named("*")),
                    snapshots(place)),
            Statement.allow("FillTheVaults")
                .actions("backup:CopyIntoBackupVault", "backup:DescribeBackupVault")
                .on(
                    Stream.concat(
                            Stream.of(vault.arn()), copy.stream().map(other -> other.vault().arn()))
                        .toArray(Arn[]::new)),
            Statement.allow("CopyRecoveryPoints")
                .actions("backup:CopyFromBackupVault")
                .on(snapshots(place)),
            Statement.allow("UseKeys")
                .actions(
                    "kms:Decrypt",
                    "kms:DescribeKey",
                    "kms:Encrypt",
                    "kms:GenerateDataKey*",
                    "kms:ReEncryptFrom",
                    "kms:ReEncryptTo")
                .on(keys())
                .when("ForAnyValue:StringEquals", "kms:ResourceAliases", aliases(copy)),
            Statement.allow("LetRdsUseKeys")
                .actions("kms:CreateGrant")
                .on(keys())
                .when("ForAnyValue:StringEquals", "kms:ResourceAliases", aliases(copy))
                .when("Bool", "kms:GrantIsForAWSResource", "true"),
            // A listing, which names no resource.
            Statement.allow("FindResources").actions("tag:GetResources").onEverything()));
  }

  private Stream<Place> everywhere() {
    return Stream.concat(Stream.of(place), copyTo.stream().map(place::in));
  }

  // AWS Backup names its snapshots itself, and all start so.
  private static Arn snapshots(Place place) {
    return place.arn("rds", "cluster-snapshot:awsbackup:*");
  }

  // By alias: the keys' ARNs are KMS's to make up.
  private Arn[] keys() {
    return everywhere().map(where -> where.arn("kms", "key/*")).toArray(Arn[]::new);
  }

  private List<String> aliases(Optional<BackupCopyPlan> copy) {
    return Stream.concat(
            Stream.of(KeyPurpose.BACKUPS.alias(place), KeyPurpose.DATA.alias(place)),
            copy.stream().map(other -> other.key().alias()))
        .toList();
  }
}
