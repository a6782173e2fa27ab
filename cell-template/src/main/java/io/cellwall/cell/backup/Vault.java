package io.cellwall.cell.backup;

import com.pulumi.aws.backup.VaultArgs;
import com.pulumi.aws.backup.VaultLockConfiguration;
import com.pulumi.aws.backup.VaultLockConfigurationArgs;
import com.pulumi.aws.backup.VaultPolicy;
import com.pulumi.aws.backup.VaultPolicyArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.Map;

/** A vault, protected, with its policy and its lock. */
final class Vault extends ComponentResource {

  private final com.pulumi.aws.backup.Vault vault;

  Vault(VaultPlan plan, Output<String> keyArn, ComponentResourceOptions options) {
    super("cellwall:cell:Vault", plan.name(), options);
    vault =
        new com.pulumi.aws.backup.Vault(
            plan.name(),
            VaultArgs.builder()
                .name(plan.name())
                .kmsKeyArn(keyArn)
                .forceDestroy(false)
                .tags(Map.of("Name", plan.name()))
                .build(),
            CustomResourceOptions.builder().parent(this).protect(true).build());
    new VaultPolicy(
        plan.name(),
        VaultPolicyArgs.builder().backupVaultName(plan.name()).policy(plan.policy().json()).build(),
        CustomResourceOptions.builder().parent(this).dependsOn(vault).build());
    new VaultLockConfiguration(
        plan.name(),
        VaultLockConfigurationArgs.builder()
            .backupVaultName(plan.name())
            .minRetentionDays(plan.leastDays())
            .maxRetentionDays(plan.mostDays())
            .build(),
        CustomResourceOptions.builder().parent(this).dependsOn(vault).build());
    registerOutputs(Map.of());
  }

  /** The vault: what names it by the plan's text depends on it. */
  Resource vault() {
    return vault;
  }
}
