package io.cellwall.cell.install;

import com.pulumi.aws.cloudwatch.EventRule;
import com.pulumi.aws.cloudwatch.EventRuleArgs;
import com.pulumi.aws.cloudwatch.EventTarget;
import com.pulumi.aws.cloudwatch.EventTargetArgs;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.cloudwatch.inputs.EventTargetRetryPolicyArgs;
import com.pulumi.aws.codebuild.Project;
import com.pulumi.aws.iam.Policy;
import com.pulumi.aws.s3.BucketObjectv2;
import com.pulumi.aws.s3.BucketObjectv2Args;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import io.cellwall.cell.compute.ClusterAccess;
import io.cellwall.cell.compute.Compute;
import io.cellwall.cell.keys.KeyPurpose;
import io.cellwall.cell.keys.Keys;
import io.cellwall.cell.network.Network;
import io.cellwall.cell.role.CellRole;
import io.cellwall.wiring.bucket.PrivateBucket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The job that brings the platform into the cluster, its bundle, and what starts it. */
public final class Install extends ComponentResource {

  // A start that is refused because the job runs is tried again for as long as it may run.
  private static final int TWO_HOURS = 7_200;

  /**
   * Makes the job, and starts it by writing the bundle last of all.
   *
   * @param name the component's name
   * @param boundary the policy whose ARN the plan gives as boundary
   */
  public Install(
      String name,
      InstallPlan plan,
      Network network,
      Keys keys,
      Compute compute,
      Policy boundary,
      ComponentResourceOptions options) {
    super("cellwall:cell:Install", name, options);
    PrivateBucket bucket =
        new PrivateBucket(plan.bucket(), Optional.of(keys.arn(KeyPurpose.DATA)), part());
    List<Resource> before = new ArrayList<>(bucket.settings());
    LogGroup logGroup = logGroup(plan, keys);
    CellRole role = new CellRole(plan.role(), boundary, part());
    before.add(new ClusterAccess(plan.access(), compute.cluster(), role, part()).effective());
    Project project =
        new Project(
            plan.project(),
            ProjectArguments.of(plan, network, keys),
            CustomResourceOptions.builder()
                .parent(this)
                .dependsOn(logGroup)
                .dependsOn(role.complete())
                .build());
    before.addAll(triggers(plan, project, boundary));
    new BucketObjectv2(
        plan.project(),
        BucketObjectv2Args.builder()
            .bucket(bucket.id())
            .key(plan.bundleKey())
            .content(plan.bundle())
            .contentType("application/json")
            .serverSideEncryption("aws:kms")
            .kmsKeyId(keys.arn(KeyPurpose.DATA))
            .bucketKeyEnabled(true)
            .tags(Map.of("Name", plan.project()))
            .build(),
        CustomResourceOptions.builder()
            .parent(this)
            .dependsOn(before.toArray(Resource[]::new))
            .build());
    registerOutputs(Map.of());
  }

  private LogGroup logGroup(InstallPlan plan, Keys keys) {
    return new LogGroup(
        plan.project(),
        LogGroupArgs.builder()
            .name(plan.logGroup())
            .kmsKeyId(keys.arn(KeyPurpose.LOGS))
            .retentionInDays(plan.logRetentionDays())
            .tags(Map.of("Name", plan.project()))
            .build(),
        CustomResourceOptions.builder().parent(this).protect(true).build());
  }

  private List<Resource> triggers(InstallPlan plan, Project project, Policy boundary) {
    CellRole starter = new CellRole(plan.starter(), boundary, part());
    return plan.triggers().stream()
        .map(trigger -> trigger(plan, trigger, project, starter))
        .toList();
  }

  private Resource trigger(
      InstallPlan plan, TriggerPlan trigger, Project project, CellRole starter) {
    EventRule rule =
        new EventRule(
            trigger.name(),
            EventRuleArgs.builder()
                .name(trigger.name())
                .description(trigger.description())
                .eventPattern(trigger.pattern())
                .state("ENABLED")
                .tags(Map.of("Name", trigger.name()))
                .build(),
            CustomResourceOptions.builder().parent(this).build());
    return new EventTarget(
        trigger.name(),
        EventTargetArgs.builder()
            .rule(rule.name())
            .targetId(trigger.name())
            .arn(plan.projectArn().toString())
            .roleArn(plan.starter().arn().toString())
            .retryPolicy(
                EventTargetRetryPolicyArgs.builder()
                    .maximumEventAgeInSeconds(TWO_HOURS)
                    .maximumRetryAttempts(185)
                    .build())
            .build(),
        CustomResourceOptions.builder()
            .parent(this)
            .dependsOn(starter.complete())
            .dependsOn(rule, project)
            .build());
  }

  private ComponentResourceOptions part() {
    return ComponentResourceOptions.builder().parent(this).build();
  }
}
