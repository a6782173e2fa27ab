package io.cellwall.wiring.firewall;

import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Place;
import java.util.List;
import java.util.Optional;

/**
 * A web ACL of a region: all is allowed but what a rule blocks, and what is blocked is logged.
 *
 * @param name the web ACL's name
 * @param clientHeader the header with the client's address; empty where the connection's is it
 * @param requestsPerWindow how many requests an address may make in a window
 * @param windowSeconds the length of a window
 * @param managedRules rule groups of AWS, in order
 * @param logGroup the log group of requests that were blocked or counted
 * @see <a href="https://docs.aws.amazon.com/waf/latest/developerguide/logging-cw-logs.html">Logs in
 *     CloudWatch</a>
 */
public record FirewallPlan(
    String name,
    Optional<String> clientHeader,
    int requestsPerWindow,
    int windowSeconds,
    List<ManagedRules> managedRules,
    Arn logGroup) {

  public FirewallPlan {
    managedRules = List.copyOf(managedRules);
  }

  /** The firewall of a stack that counts requests by the address of the connection. */
  public static FirewallPlan of(Place place, ManagedRules... managedRules) {
    return new FirewallPlan(
        place.named("firewall"),
        Optional.empty(),
        10_000,
        300,
        List.of(managedRules),
        place.arn("logs", "log-group:" + logGroupOf(place)));
  }

  /** The same behind a proxy that writes the client's address into this header. */
  public FirewallPlan behindProxy(String header) {
    return new FirewallPlan(
        name, Optional.of(header), requestsPerWindow, windowSeconds, managedRules, logGroup);
  }

  /** Name of the log group: WAF takes only names that begin with {@code aws-waf-logs-}. */
  public static String logGroupOf(Place place) {
    return "aws-waf-logs-" + place.named("firewall");
  }
}
