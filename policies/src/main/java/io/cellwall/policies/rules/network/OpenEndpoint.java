package io.cellwall.policies.rules.network;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.iam.document.Effect;
import io.cellwall.policies.iam.document.Statement;
import io.cellwall.policies.iam.glob.PolicyText;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.Pins;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.policies.rules.statement.HeldPolicy;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * A VPC endpoint that lets through requests about resources of anybody: one without a policy, to
 * which AWS gives one that allows everything, or a statement that allows every resource and no
 * condition that pins the resource's account.
 *
 * <p>An endpoint of a customer's own service takes no policy: who is behind it is known.
 */
public final class OpenEndpoint implements Rule {

  private static final String ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
  private static final String POLICY = "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy";

  @Override
  public String explanation() {
    return "Through an endpoint whose policy names no resource, a workload of the cell can"
        + " write to a bucket of any account that lets it: data leaves by AWS's own"
        + " network, past every route and group.";
  }

  @Override
  public String fix() {
    return "name this stack's resources in the policy, or pin it with StringEquals on"
        + " aws:ResourceAccount to this stack's account";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create("https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html"),
        URI.create(
            "https://docs.aws.amazon.com/whitepapers/latest/building-a-data-perimeter-on-aws/perimeter-implementation.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    if (node.kind() != Node.Kind.RESOURCE || !takesPolicy(node)) {
      return List.of();
    }
    if (isLeftOut(node) && !hasPolicyBeside(node, context)) {
      return List.of(
          Crossing.of(this, node)
              .violation(
                  "policy",
                  "policy is not set, so that AWS sets one that allows everybody everything; it"
                      + " must allow this stack's resources only"));
    }
    List<Finding> findings = new ArrayList<>();
    for (HeldPolicy policy : context.policies(node)) {
      for (HeldPolicy.Placed placed : policy.statements()) {
        if (isOpen(placed.statement(), context)) {
          findings.add(
              Crossing.of(this, node)
                  .violation(
                      placed.at(),
                      placed.at()
                          + " allows resources of any account, without a condition that pins it;"
                          + " they must be of account "
                          + context.home().account()));
        }
      }
    }
    return findings;
  }

  private static boolean takesPolicy(Node node) {
    return node.type().equals(POLICY)
        || (node.type().equals(ENDPOINT)
            && node.inputs()
                .text("serviceName")
                .filter(name -> !name.contains(".vpce."))
                .isPresent()
            && node.inputs()
                .text("vpcEndpointType")
                .filter(type -> type.startsWith("GatewayLoadBalancer"))
                .isEmpty());
  }

  private static boolean isLeftOut(Node node) {
    Value policy = node.inputs().values().getOrDefault("policy", new Value.Null()).bare();
    return policy instanceof Value.Null
        || (policy instanceof Value.Text text && text.value().isBlank());
  }

  // A resource of its own that sets the policy; it is judged by itself. All nodes are looked at
  // even where the endpoint has no id yet: only the end can tell.
  private static boolean hasPolicyBeside(Node node, RuleContext context) {
    return context.graph().nodes().stream()
        .filter(each -> each.type().equals(POLICY) && node.type().equals(ENDPOINT))
        .flatMap(each -> each.inputs().text("vpcEndpointId").stream())
        .anyMatch(id -> node.id().filter(id::equals).isPresent());
  }

  private static boolean isOpen(Statement statement, RuleContext context) {
    return statement.effect() == Effect.ALLOW
        && !Pins.onResource(statement, context)
        && (statement.resources().negated()
            || statement.resources().texts().stream().anyMatch(OpenEndpoint::isAnybodys));
  }

  // Nothing in it says whose the resource is: no account, and no name before the first wildcard.
  private static boolean isAnybodys(PolicyText resource) {
    String[] parts = resource.raw().split(":", 6);
    if (parts.length < 6) {
      return isWild(resource.raw());
    }
    return parts[4].isEmpty()
        ? parts[5].startsWith("*") || parts[5].startsWith("?")
        : isWild(parts[4]);
  }

  private static boolean isWild(String text) {
    return text.contains("*") || text.contains("?");
  }
}
