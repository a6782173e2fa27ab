package io.cellwall.fleet.program;

import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.aws.inputs.ProviderDefaultTagsArgs;

/** Explicit providers: the default one is switched off in {@code Pulumi.yaml}. */
final class Providers {

  private Providers() {}

  static Provider of(ProviderPlan plan) {
    return new Provider(
        plan.name(),
        ProviderArgs.builder()
            .region(plan.region().code())
            .allowedAccountIds(plan.account().value())
            .defaultTags(ProviderDefaultTagsArgs.builder().tags(plan.tags()).build())
            .build());
  }
}
