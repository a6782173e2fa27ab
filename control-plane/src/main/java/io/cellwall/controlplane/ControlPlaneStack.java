package io.cellwall.controlplane;

import io.cellwall.controlplane.state.StateStore;
import java.util.Map;
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
    new StateStore(this, "State", plan.state());
  }

  private static StackProps properties(ControlPlanePlan plan) {
    return StackProps.builder()
        .stackName(plan.stackName())
        .description("What " + plan.stack() + " needs before its first pulumi up")
        .env(Environment.builder().account(plan.account()).region(plan.region()).build())
        .synthesizer(new BootstraplessSynthesizer())
        .analyticsReporting(false)
        .terminationProtection(true)
        .tags(Map.copyOf(plan.tags()))
        .build();
  }
}
