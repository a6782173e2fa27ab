package io.cellwall.edge.region;

import static java.util.Objects.requireNonNull;

import io.cellwall.edge.EdgeNames;
import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.HostName;
import io.cellwall.regions.model.Region;
import io.cellwall.wiring.Place;
import io.cellwall.wiring.firewall.FirewallPlan;
import io.cellwall.wiring.firewall.ManagedRules;

/**
 * How requests come in: from the zone's accelerator to a load balancer that ends TLS, past a
 * firewall.
 *
 * @param name the load balancer's name
 * @param host the zone's host name, which the certificate is for
 * @param accelerator the account whose accelerator may use the load balancer: the zone's
 * @param open whether there is a listener: not before the certificate's record is in the zone's
 *     hosted zone, for which it must be admitted
 * @param tlsPolicy TLS 1.3 alone
 * @param targetGroup the target group's name
 * @param firewall the web ACL
 * @param firewallLogs its log group's name
 * @param validationMinutes how long to wait for the certificate
 * @see <a
 *     href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html">TLS
 *     policies</a>
 */
public record EntryPlan(
    String name,
    HostName host,
    AccountId accelerator,
    boolean open,
    String tlsPolicy,
    String targetGroup,
    FirewallPlan firewall,
    String firewallLogs,
    int validationMinutes) {

  /** Where the routers take requests, by TLS. */
  public static final int ROUTER_PORT = 8443;

  /** Where the routers tell that they are ready: they know the routes, or a snapshot of them. */
  public static final String READY_PATH = "/.well-known/cellwall/router";

  static EntryPlan of(EdgeNames names, Region region) {
    Place place = names.regionAt(region);
    return new EntryPlan(
        place.name(),
        names.zone().host(),
        names.zone().account(),
        requireNonNull(names.zone().edges().get(region)).facts().isPresent(),
        "ELBSecurityPolicy-TLS13-1-3-2021-06",
        place.named("routers"),
        FirewallPlan.of(
            place,
            ManagedRules.blocking("AWSManagedRulesAmazonIpReputationList"),
            ManagedRules.blocking("AWSManagedRulesCommonRuleSet"),
            ManagedRules.blocking("AWSManagedRulesKnownBadInputsRuleSet")),
        FirewallPlan.logGroupOf(place),
        20);
  }
}
