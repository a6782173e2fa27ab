package io.cellwall.policies.rules.network;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.policies.rules.Settings;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.List;

/** A load balancer of a cell stands on the internet. */
public final class PublicEntrance implements Rule {

  private static final Settings SETTINGS =
      Settings.none()
          .wrongByDefault("aws:lb/loadBalancer:LoadBalancer", "internal", "be true", "false")
          .wrongByDefault("aws:alb/loadBalancer:LoadBalancer", "internal", "be true", "false")
          .wrongByDefault("aws:elb/loadBalancer:LoadBalancer", "internal", "be true", "false");

  private static final String KUBERNETES = "kubernetes:";

  /** Annotations of the controllers that make load balancers for a cluster. */
  private static final String SCHEME = "scheme\"]";

  @Override
  public String explanation() {
    return "A cell is entered through its zone's edge, which finds the home cell of each request; past it,"
        + " anybody reaches any cell.";
  }

  @Override
  public String fix() {
    return "make it internal, and let the zone's edge in by an endpoint service";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html#load-balancer-scheme"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    if (!context.home().isCell()) {
      return List.of();
    }
    if (!node.type().startsWith(KUBERNETES)) {
      return node.inputs().text("scheme").filter("internal"::equals).isPresent()
          ? List.of()
          : SETTINGS.judge(this, node);
    }
    return context.texts(node).all().stream()
        .filter(held -> held.text().equals("internet-facing") && held.path().endsWith(SCHEME))
        .map(
            held ->
                Crossing.of(this, node)
                    .violation(
                        held.path(), held.path() + " is internet-facing; it must be internal"))
        .toList();
  }
}
