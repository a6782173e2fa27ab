package io.cellwall.policies.rules;

import io.cellwall.policies.graph.Node;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import java.net.URI;
import java.util.List;

/** Data crosses between two cells as the inventory declares: legal, and shown in every report. */
public final class DeclaredConnector implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String explanation() {
    return "A standby holds a copy of its partner's data. It is the one connector between cells"
        + " that there may be, and a reviewer must see each.";
  }

  @Override
  public String fix() {
    return "nothing, if the pair is meant; else choose another policy than standby for the cell";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_fault_isolation_use_bulkhead.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    if (!NodeKinds.carriesInputs(node)) {
      return List.of();
    }
    return context.references(node).found().stream()
        .filter(reference -> Replication.isDeclared(context.home(), node, reference))
        .map(
            reference ->
                Crossing.of(this, node)
                    .reference(
                        Severity.WARNING,
                        reference,
                        "stay the only connector to it, as whenUnhealthy: standby declares"))
        .toList();
  }
}
