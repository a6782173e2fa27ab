package io.cellwall.policies.rules.program;

import io.cellwall.policies.rules.Rule;
import java.util.List;

/** The rules of this family, from the most to the least specific. */
public final class ProgramRules {

  private ProgramRules() {}

  /** The rules, in order. */
  public static List<Rule> rules() {
    return List.of(
        new ProviderOutsideHome(),
        new UncheckedProvider(),
        new ForeignProfile(),
        new AmbientCluster(),
        new MissingProvider(),
        new ReadOfOtherStack(),
        new OpaqueComponent(),
        new OpaqueResource(),
        new UnjudgedPackage(),
        new ChangedControlPlane(),
        new ForeignImport(),
        new ForeignAlias(),
        new KeptOnDelete(),
        new IgnoredBoundary());
  }
}
