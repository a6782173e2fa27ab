package io.cellwall.policies.rules.network;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.ownership.Owner;
import io.cellwall.policies.ownership.Reference;
import io.cellwall.policies.ownership.Reference.Kind;
import io.cellwall.policies.rules.Admission;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.NodeKinds;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.policies.rules.SecurityGroups;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A block of addresses is not the stack's own: another's, a retired cell's, nobody's, everyone's.
 *
 * <p>Everyone's is right as the destination of a route, whose target is judged by itself, in a
 * network ACL, and as the destination that a security group lets packets out to. So is a part of
 * the internet, but no record, resolver or load balancer leads there.
 */
public final class OverlappingCidr implements Rule {

  private static final Set<String> ACLS =
      Set.of(
          "aws:ec2/networkAcl:NetworkAcl",
          "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl",
          "aws:ec2/networkAclRule:NetworkAclRule");
  private static final Set<String> ROUTES =
      Set.of(
          "aws:ec2/route:Route",
          "aws:ec2/routeTable:RouteTable",
          "aws:ec2/defaultRouteTable:DefaultRouteTable");

  /** What requests, or questions for names, are sent to. */
  private static final Set<String> TARGETS =
      Set.of(
          "aws:alb/targetGroupAttachment:TargetGroupAttachment",
          "aws:ec2/vpcDhcpOptions:VpcDhcpOptions",
          "aws:lb/targetGroupAttachment:TargetGroupAttachment",
          "aws:route53/record:Record",
          "aws:route53/resolverRule:ResolverRule",
          "aws:vpclattice/targetGroupAttachment:TargetGroupAttachment");

  /** Where packets are let through, led or sent. */
  private static final Pattern PACKETS =
      Pattern.compile(
          "aws:(?:alb|directconnect|ec2|ec2clientvpn|ec2transitgateway|elb|globalaccelerator|lb"
              + "|networkmanager|route53|servicediscovery|vpc|vpclattice)/.*");

  @Override
  public String explanation() {
    return "Addresses are the ground that proofs about packets stand on: a cell lets in, routes to"
        + " and uses its own block only.";
  }

  @Override
  public String fix() {
    return "use addresses inside the block that the inventory gives to this stack";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_planning_network_topology_non_overlap_ip.html"),
        URI.create(
            "https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_network_protection_layered.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    if (!NodeKinds.carriesInputs(node)) {
      return List.of();
    }
    return context.references(node).found().stream()
        .filter(reference -> reference.kind() == Kind.CIDR)
        .filter(reference -> !admits(node, reference, context))
        .map(
            reference ->
                Crossing.of(this, node)
                    .reference(
                        reference.owner() instanceof Owner.Unknown
                            ? Severity.UNDECIDED
                            : Severity.VIOLATION,
                        reference,
                        must(context)))
        .toList();
  }

  private static boolean admits(Node node, Reference reference, RuleContext context) {
    Owner owner = reference.owner();
    if (Admission.admits(context.home(), node, reference) || isDenied(node, reference, context)) {
      return true;
    }
    if (owner instanceof Owner.Internet) {
      return !TARGETS.contains(node.type());
    }
    if (owner instanceof Owner.Everyone) {
      return !context.home().isCell()
          || ACLS.contains(node.type())
          || ROUTES.contains(node.type())
          || SecurityGroups.isEgress(node, reference.property());
    }
    // Private addresses of nobody matter where packets are: a cluster's own inner block does not.
    return owner instanceof Owner.Nobody && !PACKETS.matcher(node.type()).matches();
  }

  // What a network ACL denies is a wall, not a way.
  private static boolean isDenied(Node node, Reference reference, RuleContext context) {
    if (!ACLS.contains(node.type())) {
      return false;
    }
    String property = reference.property();
    String entry = property.substring(0, Math.max(0, property.lastIndexOf('.')));
    return context.texts(node).all().stream()
        .filter(held -> held.path().equals("ruleAction") || held.path().equals(entry + ".action"))
        .reduce((first, second) -> second)
        .filter(held -> held.text().equals("deny"))
        .isPresent();
  }

  private static String must(RuleContext context) {
    return context
        .home()
        .addresses()
        .map(block -> "lie in " + block + ", the addresses of this stack")
        .orElse("be no private address: the inventory gives this stack none");
  }
}
