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

/** A resource of a provider that no rule knows: another cloud, a program that is run somewhere. */
public final class UnjudgedPackage implements Rule {

  /**
   * Whose resources are judged, as Pulumi and as CloudFormation name them, and whose reach nothing.
   */
  private static final Set<String> JUDGED =
      Set.of(
          "AWS",
          "Custom",
          "aws",
          "aws-native",
          "cellwall",
          "kubernetes",
          "pulumi",
          "random",
          "time",
          "tls");

  @Override
  public String explanation() {
    return "The rules know AWS, Kubernetes and what computes without reaching anything;"
        + " what another provider makes, and where, nothing here can tell.";
  }

  @Override
  public String fix() {
    return "declare it with the providers of AWS or Kubernetes, or outside the stacks of"
        + " the fleet";
  }

  @Override
  public List<URI> references() {
    return List.of(URI.create("https://www.pulumi.com/docs/iac/concepts/resources/providers/"));
  }

  @Override
  public Severity severity() {
    return Severity.UNDECIDED;
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    if (node.kind() != Node.Kind.RESOURCE && node.kind() != Node.Kind.PROVIDER) {
      return List.of();
    }
    String type = node.type();
    String owner =
        type.startsWith("pulumi:providers:")
            ? type.substring("pulumi:providers:".length())
            : type.split(":", 2)[0];
    return JUDGED.contains(owner)
        ? List.of()
        : List.of(
            Crossing.of(this, node)
                .undecided(
                    "type",
                    "it is made by the provider "
                        + owner
                        + ", which no rule knows; it must be AWS's, or one that reaches nothing"));
  }
}
