package io.cellwall.tests.engine;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.pulumi.deployment.internal.InlineDeploymentSettings;
import com.pulumi.internal.PulumiInternal;
import com.pulumi.resources.StackOptions;
import io.cellwall.fleet.program.StackProgram;
import pulumirpc.Language.RunRequest;

/** A stack of the fleet, declared as {@code pulumi up} declares it, but in this process. */
public final class FleetStack implements HostedProgram {

  private final StackProgram stack;

  /** A program that declares this stack. */
  public FleetStack(StackProgram stack) {
    this.stack = stack;
  }

  @Override
  public void run(RunRequest request) {
    int code =
        PulumiInternal.fromInline(
                InlineDeploymentSettings.builder()
                    .monitorAddr(request.getMonitorAddress())
                    .engineAddr(request.getArgs(0))
                    .project(request.getProject())
                    .stack(request.getStack())
                    .organization(request.getOrganization())
                    .config(ImmutableMap.copyOf(request.getConfigMap()))
                    .configSecretKeys(ImmutableSet.copyOf(request.getConfigSecretKeysList()))
                    .isDryRun(request.getDryRun())
                    .build(),
                StackOptions.Empty)
            .runAsync(stack::declare)
            .join();
    if (code != 0) {
      throw new IllegalStateException("the program ended with " + code);
    }
  }
}
