package io.cellwall.cell.ingress;

import io.cellwall.wiring.Place;
import java.util.List;

/**
 * The cell's web ACL: all is allowed but what a rule blocks.
 *
 * <p>To the load balancer every request comes from the entrance, so addresses are read from the
 * header that the zone's routers set. Reputation lists of AWS look at the connection's address only
 * and belong to the edge.
 *
 * @param name the web ACL's name
 * @param clientHeader the header with the client's address
 * @param requestsPerWindow how many requests an address may make in a window
 * @param windowSeconds the length of a window
 * @param managedRules rule groups of AWS, in order. AWS keeps their versions: a pinned one expires,
 *     and then blocks changes of the web ACL
 * @see <a
 *     href="https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html">Rule
 *     groups of AWS</a>
 */
public record FirewallPlan(
    String name,
    String clientHeader,
    int requestsPerWindow,
    int windowSeconds,
    List<ManagedRules> managedRules) {

  public FirewallPlan {
    managedRules = List.copyOf(managedRules);
  }

  /**
   * A rule group of AWS.
   *
   * @param name its name
   * @param onlyCounted rules of it that count and do not block
   */
  public record ManagedRules(String name, List<String> onlyCounted) {
    public ManagedRules {
      onlyCounted = List.copyOf(onlyCounted);
    }
  }

  // 700 + 200 + 200 + 2 units, of the 1,500 that a web ACL has.
  static FirewallPlan of(Place place) {
    return new FirewallPlan(
        place.named("firewall"),
        "X-Forwarded-For",
        10_000,
        300,
        List.of(
            // A body of more than 8 KB is no attack on an API.
            new ManagedRules("AWSManagedRulesCommonRuleSet", List.of("SizeRestrictions_BODY")),
            new ManagedRules("AWSManagedRulesKnownBadInputsRuleSet", List.of()),
            new ManagedRules("AWSManagedRulesSQLiRuleSet", List.of())));
  }
}
