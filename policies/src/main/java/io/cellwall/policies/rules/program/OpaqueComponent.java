package io.cellwall.policies.rules.program;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import java.net.URI;
import java.util.List;

/** A component is built by another process, so what it makes was not seen. */
public final class OpaqueComponent implements Rule {

  @Override
  public Severity severity() {
    return Severity.UNDECIDED;
  }

  @Override
  public String explanation() {
    return "A component of a plugin makes its resources in a process of its own; offline, nobody"
        + " asks it, and what was not seen cannot be judged.";
  }

  @Override
  public String fix() {
    return "declare the resources in this program, with a component written in Java";
  }

  @Override
  public List<URI> references() {
    return List.of(URI.create("https://www.pulumi.com/docs/iac/concepts/resources/components/"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    return node.kind() == Node.Kind.OPAQUE
        ? List.of(
            Crossing.of(this, node)
                .undecided(
                    "type",
                    "what the component "
                        + node.type()
                        + " makes is not in the graph; each"
                        + " resource must be"))
        : List.of();
  }
}
