package io.cellwall.cell.audit;

import com.pulumi.aws.cloudtrail.Trail;
import com.pulumi.aws.cloudtrail.TrailArgs;
import com.pulumi.aws.cloudwatch.EventRule;
import com.pulumi.aws.cloudwatch.EventRuleArgs;
import com.pulumi.aws.cloudwatch.EventTarget;
import com.pulumi.aws.cloudwatch.EventTargetArgs;
import com.pulumi.aws.cloudwatch.inputs.EventTargetInputTransformerArgs;
import com.pulumi.aws.iam.Policy;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import io.cellwall.cell.role.CellRole;
import io.cellwall.wiring.bucket.PrivateBucket;
import java.util.Map;
import java.util.Optional;

/** The trail, its bucket, and the rule that tells of each use of the role for emergencies. */
public final class Audit extends ComponentResource {

  /**
   * Makes them.
   *
   * @param name the component's name
   * @param logsKeyArn the key of what the cell says of itself
   * @param topic the topic whose ARN the plan gives
   * @param boundary the policy whose ARN the plan gives as boundary
   */
  public Audit(
      String name,
      AuditPlan plan,
      Output<String> logsKeyArn,
      Resource topic,
      Policy boundary,
      ComponentResourceOptions options) {
    super("cellwall:cell:Audit", name, options);
    ComponentResourceOptions part = ComponentResourceOptions.builder().parent(this).build();
    PrivateBucket bucket = new PrivateBucket(plan.bucket(), Optional.of(logsKeyArn), part);
    Trail trail =
        new Trail(
            plan.trail(),
            TrailArgs.builder()
                .name(plan.trail())
                .s3BucketName(plan.bucket().bucket())
                .kmsKeyId(logsKeyArn)
                .enableLogging(true)
                .enableLogFileValidation(true)
                .includeGlobalServiceEvents(true)
                .isMultiRegionTrail(false)
                .tags(Map.of("Name", plan.trail()))
                .build(),
            CustomResourceOptions.builder().parent(this).dependsOn(bucket.settings()).build());
    EventRule rule =
        new EventRule(
            plan.rule(),
            EventRuleArgs.builder()
                .name(plan.rule())
                .description("Somebody uses the role for emergencies")
                .eventPattern(plan.pattern())
                // Reads too, which EventBridge is not told of otherwise.
                .state("ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS")
                .tags(Map.of("Name", plan.rule()))
                .build(),
            CustomResourceOptions.builder().parent(this).dependsOn(trail).build());
    CellRole teller = new CellRole(plan.teller(), boundary, part);
    new EventTarget(
        plan.rule(),
        EventTargetArgs.builder()
            .rule(rule.name())
            .targetId(plan.rule())
            .arn(plan.topic().toString())
            .roleArn(plan.teller().arn().toString())
            .inputTransformer(message(name))
            .build(),
        CustomResourceOptions.builder()
            .parent(this)
            .dependsOn(teller.complete())
            .dependsOn(rule, topic)
            .build());
    registerOutputs(Map.of());
  }

  private static EventTargetInputTransformerArgs message(String cell) {
    return EventTargetInputTransformerArgs.builder()
        .inputPaths(
            Map.of(
                "action", "$.detail.eventName",
                "service", "$.detail.eventSource",
                "time", "$.time",
                "who", "$.detail.userIdentity.arn"))
        .inputTemplate(
            "\""
                + cell
                + ", break-glass: <who> called <action> of <service> at <time>. Runbook: BreakGlassUsed\"")
        .build();
  }
}
