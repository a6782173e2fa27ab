package io.cellwall.policies.rules.compute;

import io.cellwall.policies.rules.Rule;
import java.util.List;

/** The rules of this family, from the most to the least specific. */
public final class ComputeRules {

  private ComputeRules() {}

  /** The rules, in order. */
  public static List<Rule> rules() {
    return List.of(
        new OpenFunctionUrl(),
        new PermissionWithoutSource(),
        new OpenClusterEndpoint(),
        new EdgeOptimizedApi(),
        new OrganizationStackSet(),
        new CrossRegionInference());
  }
}
