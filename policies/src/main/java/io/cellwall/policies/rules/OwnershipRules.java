package io.cellwall.policies.rules;

import java.util.List;

/** The rules that hold of any property of any type, whoever is named there. */
public final class OwnershipRules {

  private OwnershipRules() {}

  /** The rules, in order. */
  public static List<Rule> rules() {
    return List.of(
        new NotGlobalByDesign(),
        new OpenPrincipal(),
        new RegionOutsideZone(),
        new ForeignAccount(),
        new ForeignReference(),
        new ObservedCrossing(),
        new DeclaredConnector(),
        new MissingTags(),
        new UnreadableText(),
        new UnknownValue());
  }
}
