package io.cellwall.cell.ingress;

import io.cellwall.wiring.Place;
import io.cellwall.wiring.firewall.FirewallPlan;
import io.cellwall.wiring.firewall.ManagedRules;
import java.util.List;

/**
 * What the cell's firewall looks for.
 *
 * <p>To the load balancer every request comes from the entrance, so addresses are read from the
 * header that the zone's routers set. Reputation lists of AWS look at the connection's address only
 * and belong to the edge.
 */
final class CellFirewall {

  private CellFirewall() {}

  // 700 + 200 + 200 + 2 units, of the 1,500 that a web ACL has.
  static FirewallPlan plan(Place place) {
    return FirewallPlan.of(
            place,
            // A body of more than 8 KB is no attack on an API.
            new ManagedRules("AWSManagedRulesCommonRuleSet", List.of("SizeRestrictions_BODY")),
            ManagedRules.blocking("AWSManagedRulesKnownBadInputsRuleSet"),
            ManagedRules.blocking("AWSManagedRulesSQLiRuleSet"))
        .behindProxy("X-Forwarded-For");
  }
}
