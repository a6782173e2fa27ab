package io.cellwall.policies.rules.program;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.List;

/** A provider of Kubernetes that takes its cluster from whoever runs the program. */
public final class AmbientCluster implements Rule {

  @Override
  public String explanation() {
    return "Without a kubeconfig of its own the provider takes the one of the person or"
        + " the machine that runs it: charts of this cell would land in whatever cluster"
        + " that names.";
  }

  @Override
  public String fix() {
    return "pass the kubeconfig of this stack's own cluster";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create("https://www.pulumi.com/registry/packages/kubernetes/api-docs/provider/"),
        URI.create("https://docs.aws.amazon.com/eks/latest/userguide/create-kubeconfig.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    if (node.kind() != Node.Kind.PROVIDER || !node.type().equals("pulumi:providers:kubernetes")) {
      return List.of();
    }
    Value config = node.inputs().values().getOrDefault("kubeconfig", new Value.Null()).bare();
    boolean ambient =
        config instanceof Value.Null
            || (config instanceof Value.Text text && text.value().isBlank());
    return ambient
        ? List.of(
            Crossing.of(this, node)
                .violation(
                    "kubeconfig",
                    "kubeconfig is not set, so that it is that of whoever runs the program; it must"
                        + " be that of this stack's own cluster"))
        : List.of();
  }
}
