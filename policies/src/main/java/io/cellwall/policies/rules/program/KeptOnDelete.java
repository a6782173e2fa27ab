package io.cellwall.policies.rules.program;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.rules.ControlPlane;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.List;

/** A resource stays in the cloud when the stack lets it go. */
public final class KeptOnDelete implements Rule {

  @Override
  public String explanation() {
    return "What no stack declares any more no rule judges: it stays, with its data and"
        + " its doors, when the cell is long gone.";
  }

  @Override
  public String fix() {
    return "take retainOnDelete away; protect keeps a resource from being deleted by" + " mistake";
  }

  @Override
  public List<URI> references() {
    return List.of(URI.create("https://www.pulumi.com/docs/iac/concepts/options/retainondelete/"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    // Of a control plane, the state and the keys that open it outlive everything on purpose.
    return node.options().retainOnDelete() && !ControlPlane.declares(node, context.home())
        ? List.of(
            Crossing.of(this, node)
                .violation(
                    "retainOnDelete",
                    "it stays when the stack lets it go, and then nobody judges it; it must be"
                        + " deleted with the stack"))
        : List.of();
  }
}
