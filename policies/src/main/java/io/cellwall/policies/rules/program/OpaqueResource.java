package io.cellwall.policies.rules.program;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A resource makes others from a template, a product or a description that is no part of the graph.
 */
public final class OpaqueResource implements Rule {

  private static final Set<String> MAKERS =
      Set.of(
          "aws:cloudcontrol/resource:Resource",
          "aws:cloudformation/stack:Stack",
          "aws:elasticbeanstalk/environment:Environment",
          "aws:serverlessrepository/cloudFormationStack:CloudFormationStack",
          "aws:servicecatalog/provisionedProduct:ProvisionedProduct");

  /** Controllers in a cluster that make resources of AWS: ACK, Crossplane, Upbound. */
  private static final Pattern CONTROLLERS =
      Pattern.compile(
          "kubernetes:[a-z0-9.-]*(?:services\\.k8s\\.aws|aws\\.crossplane\\.io|aws\\.upbound\\.io)/.*");

  @Override
  public Severity severity() {
    return Severity.UNDECIDED;
  }

  @Override
  public String explanation() {
    return "What it makes, no rule has seen: it may cross any wall by what its template says, or leaves out.";
  }

  @Override
  public String fix() {
    return "declare what it makes as resources of this stack";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-nested-stacks.html"),
        URI.create(
            "https://docs.aws.amazon.com/cloudcontrolapi/latest/userguide/what-is-cloudcontrolapi.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    boolean maker =
        MAKERS.contains(node.type())
            || (node.type().startsWith("kubernetes:")
                && CONTROLLERS.matcher(node.type()).matches());
    return node.kind() == Node.Kind.RESOURCE && maker
        ? List.of(
            Crossing.of(this, node)
                .undecided(
                    "type",
                    "what " + node.type() + " makes is not in the graph; each resource must be"))
        : List.of();
  }
}
