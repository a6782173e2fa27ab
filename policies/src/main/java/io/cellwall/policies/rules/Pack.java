package io.cellwall.policies.rules;

import java.util.List;

/**
 * The rules of the product, from the most to the least specific: where two find the same property
 * of the same resource, the first one speaks.
 */
public final class Pack {

  private static final List<Rule> RULES =
      List.of(
          new ProviderOutsideHome(),
          new MissingProvider(),
          new ReadOfOtherStack(),
          new OpaqueComponent(),
          new NotGlobalByDesign(),
          new ForeignImport(),
          new AddressesOfVpc(),
          new OutsideSubscription(),
          new OpenPrincipal(),
          new RegionOutsideZone(),
          new ForeignAccount(),
          new ForeignReference(),
          new OverlappingCidr(),
          new DeclaredConnector(),
          new MissingTags(),
          new IgnoredBoundary(),
          new UnreadableText(),
          new UnknownValue());

  private Pack() {}

  /** All rules, in order. */
  public static List<Rule> rules() {
    return RULES;
  }
}
