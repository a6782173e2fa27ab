package io.cellwall.policies.rules.network;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.policies.rules.Settings;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.List;

/**
 * A transit gateway lets whoever it is shared with join, or joins all that are attached to it.
 *
 * <p>Where nothing is said, AWS switches association and propagation on.
 */
public final class OpenTransitGateway implements Rule {

  private static final String GATEWAY = "aws:ec2transitgateway/transitGateway:TransitGateway";
  private static final Settings SETTINGS =
      Settings.none()
          .wrong(GATEWAY, "autoAcceptSharedAttachments", "be disable", "enable")
          .wrongByDefault(GATEWAY, "defaultRouteTableAssociation", "be disable", "enable")
          .wrongByDefault(GATEWAY, "defaultRouteTablePropagation", "be disable", "enable");

  @Override
  public String explanation() {
    return "A transit gateway that accepts, associates or propagates by itself makes a way"
        + " between all that are attached to it, without anybody having declared it.";
  }

  @Override
  public String fix() {
    return "set autoAcceptSharedAttachments, defaultRouteTableAssociation and"
        + " defaultRouteTablePropagation to disable";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create("https://docs.aws.amazon.com/vpc/latest/tgw/tgw-transit-gateways.html"),
        URI.create("https://docs.aws.amazon.com/vpc/latest/tgw/tgw-best-design-practices.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    return SETTINGS.judge(this, node);
  }
}
