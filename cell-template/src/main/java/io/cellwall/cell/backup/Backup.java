package io.cellwall.cell.backup;

import com.pulumi.aws.backup.Plan;
import com.pulumi.aws.backup.PlanArgs;
import com.pulumi.aws.backup.RegionSettings;
import com.pulumi.aws.backup.RegionSettingsArgs;
import com.pulumi.aws.backup.Selection;
import com.pulumi.aws.backup.SelectionArgs;
import com.pulumi.aws.backup.inputs.PlanRuleArgs;
import com.pulumi.aws.backup.inputs.PlanRuleCopyActionArgs;
import com.pulumi.aws.backup.inputs.PlanRuleCopyActionLifecycleArgs;
import com.pulumi.aws.backup.inputs.PlanRuleLifecycleArgs;
import com.pulumi.aws.iam.Policy;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ProviderResource;
import com.pulumi.resources.Resource;
import io.cellwall.cell.data.Database;
import io.cellwall.cell.role.CellRole;
import io.cellwall.wiring.Arn;
import io.cellwall.wiring.key.EncryptionKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cell's backups, as their plan says. Vaults are protected. */
public final class Backup extends ComponentResource {

  private final BackupPlan plan;

  /**
   * Makes vaults, plan and role.
   *
   * @param name the component's name
   * @param backupsKeyArn the key of the vault in the cell's region
   * @param database what is backed up
   * @param boundary the policy whose ARN the plan gives as boundary
   * @param copyProvider works in the region of the copies, if the plan has one
   */
  public Backup(
      String name,
      BackupPlan plan,
      Output<String> backupsKeyArn,
      Database database,
      Policy boundary,
      Optional<ProviderResource> copyProvider,
      ComponentResourceOptions options) {
    super("cellwall:cell:Backup", name, options);
    this.plan = plan;
    List<Resource> vaults = new ArrayList<>();
    vaults.add(new Vault(plan.vault(), backupsKeyArn, part()).vault());
    plan.copy().ifPresent(copy -> vaults.add(copy(copy, copyProvider)));
    CellRole role = new CellRole(plan.role(), boundary, part());
    Plan schedule = schedule(vaults);
    List<Resource> before = new ArrayList<>(List.of(role.complete()));
    before.add(database.cluster());
    before.add(includeAurora());
    new Selection(
        plan.name(),
        SelectionArgs.builder()
            .name(plan.name())
            .planId(schedule.id())
            .iamRoleArn(plan.role().arn().toString())
            .resources(plan.resources().stream().map(Arn::toString).toList())
            .build(),
        CustomResourceOptions.builder().parent(this).dependsOn(before).build());
    registerOutputs(Map.of());
  }

  // Aurora is backed up only where the account opts in, even if it is named by ARN. The other kinds
  // of resource stay as they are: AWS adds to them, and the cell backs up nothing else.
  // https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html
  private Resource includeAurora() {
    return new RegionSettings(
        plan.regionSettings(),
        RegionSettingsArgs.builder().resourceTypeOptInPreference(Map.of("Aurora", true)).build(),
        CustomResourceOptions.builder()
            .parent(this)
            .ignoreChanges("resourceTypeOptInPreference")
            .build());
  }

  private Resource copy(BackupCopyPlan copy, Optional<ProviderResource> provider) {
    ComponentResourceOptions there =
        ComponentResourceOptions.builder()
            .parent(this)
            .provider(
                provider.orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            plan.name() + " needs a provider in " + copy.region())))
            .build();
    EncryptionKey key = new EncryptionKey(copy.key(), there);
    return new Vault(copy.vault(), key.arn(), there).vault();
  }

  private Plan schedule(List<Resource> vaults) {
    return new Plan(
        plan.name(),
        PlanArgs.builder()
            .name(plan.name())
            .rules(plan.rules().stream().map(this::rule).toList())
            .tags(Map.of("Name", plan.name()))
            .build(),
        CustomResourceOptions.builder().parent(this).dependsOn(vaults).build());
  }

  private PlanRuleArgs rule(BackupPlan.BackupRule rule) {
    return PlanRuleArgs.builder()
        .ruleName(rule.name())
        .targetVaultName(plan.vault().name())
        .schedule(rule.schedule())
        .startWindow(60)
        .completionWindow(480)
        .lifecycle(PlanRuleLifecycleArgs.builder().deleteAfter(rule.keptDays()).build())
        .copyActions(
            plan.copy().stream()
                .map(
                    copy ->
                        PlanRuleCopyActionArgs.builder()
                            .destinationVaultArn(copy.vault().arn().toString())
                            .lifecycle(
                                PlanRuleCopyActionLifecycleArgs.builder()
                                    .deleteAfter(rule.keptDays())
                                    .build())
                            .build())
                .toList())
        .build();
  }

  private ComponentResourceOptions part() {
    return ComponentResourceOptions.builder().parent(this).build();
  }
}
