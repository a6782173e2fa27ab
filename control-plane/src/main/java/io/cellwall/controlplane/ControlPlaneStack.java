package io.cellwall.controlplane;

import io.cellwall.controlplane.deploy.DeployRoles;
import io.cellwall.controlplane.key.EncryptionKey;
import io.cellwall.controlplane.pipeline.Pipeline;
import io.cellwall.controlplane.policy.AccountCeiling;
import io.cellwall.controlplane.registry.Registry;
import io.cellwall.controlplane.state.StateStore;
import io.cellwall.controlplane.watch.Watch;
import software.amazon.awscdk.BootstraplessSynthesizer;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/**
 * What must exist before one stack's first {@code pulumi up}, in the stack's own account and
 * region. It needs no bootstrap stack, has no assets and refers to no other stack.
 */
public final class ControlPlaneStack extends Stack {

  /** Declares it. */
  public ControlPlaneStack(Construct scope, ControlPlanePlan plan) {
    super(scope, plan.stackName(), properties(plan));
    EncryptionKey key = new EncryptionKey(this, "Key", plan.key());
    String ceiling = new AccountCeiling(this, "Ceiling", plan.place()).arn();
    Watch watch = new Watch(this, "Watch", plan.place(), plan.watch(), key.arn(), ceiling);
    new StateStore(this, "Store", plan.state(), watch.logs());
    DeployRoles roles =
        new DeployRoles(
            this,
            "Roles",
            plan.place(),
            plan.roles(),
            plan.pipeline().previewTrust(),
            plan.pipeline().upTrust());
    new Pipeline(
        this,
        "Pipeline",
        plan.place(),
        plan.pipeline(),
        key.arn(),
        new Pipeline.Surroundings(
            roles.previewArn(), roles.deployArn(), ceiling, watch.topicArn(), watch.logs()));
    plan.registry().ifPresent(registry -> new Registry(this, "Registry", registry));
  }

  private static StackProps properties(ControlPlanePlan plan) {
    return StackProps.builder()
        .stackName(plan.stackName())
        .description("What " + plan.place().stack() + " needs before its first pulumi up")
        .env(
            Environment.builder()
                .account(plan.place().account())
                .region(plan.place().region())
                .build())
        .synthesizer(new BootstraplessSynthesizer())
        .analyticsReporting(false)
        .terminationProtection(true)
        // CloudFormation takes 51,200 characters where there is no bucket to put a template in.
        .suppressTemplateIndentation(true)
        .tags(plan.place().tags())
        .build();
  }
}
