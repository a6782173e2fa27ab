package io.cellwall.policies.rules.network;

import io.cellwall.policies.rules.Rule;
import java.util.List;

/** The rules of this family, from the most to the least specific. */
public final class NetworkRules {

  private NetworkRules() {}

  /** The rules, in order. */
  public static List<Rule> rules() {
    return List.of(
        new AddressesOfVpc(),
        new OpenEndpoint(),
        new OpenShare(),
        new OpenTransitGateway(),
        new LineToElsewhere(),
        new NodesOpenToShell(),
        new PublicEntrance(),
        new AwsListLetIn(),
        new OverlappingCidr());
  }
}
