package io.cellwall.policies.rules;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.ownership.Owner;
import io.cellwall.policies.ownership.Reference;
import io.cellwall.policies.ownership.Reference.Kind;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * A value names a resource, a name or a host that is not the stack's own.
 *
 * <p>A literal id that no resource of the stack has is a violation too, not undecided: a stack
 * holds its own ids by wiring, so a literal one was brought from elsewhere. Images and snapshots
 * are undecided, as AWS publishes some.
 */
public final class ForeignReference implements Rule {

  private static final Set<Kind> KINDS =
      Set.of(Kind.ARN, Kind.RESOURCE_ID, Kind.ENDPOINT_SERVICE, Kind.NAME, Kind.HOST);

  @Override
  public String explanation() {
    return "What a stack names it can reach, trust, feed or copy to; the wall is that it names"
        + " nothing beyond itself.";
  }

  @Override
  public String fix() {
    return "name a resource that this stack declares, by wiring its output; what another stack"
        + " must know of is a fact of the inventory";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/wellarchitected/latest/reducing-scope-of-impact-with-cell-based-architecture/what-is-a-cell-based-architecture.html"),
        URI.create(
            "https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_fault_isolation_use_bulkhead.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    if (!NodeKinds.carriesInputs(node) || ControlPlane.isDeployPolicy(node, context.home())) {
      return List.of();
    }
    return context.references(node).found().stream()
        .filter(reference -> KINDS.contains(reference.kind()))
        .filter(reference -> !Admission.admits(context.home(), node, reference))
        .map(
            reference ->
                Crossing.of(this, node)
                    .reference(
                        severity(reference),
                        reference,
                        "name only what " + context.home().stack() + " itself declares"))
        .toList();
  }

  private static Severity severity(Reference reference) {
    boolean published =
        reference.token().startsWith("ami-") || reference.token().startsWith("snap-");
    // A plain name means the account's own: undecided where others share the account.
    boolean plain = reference.kind() == Kind.NAME;
    return (published || plain) && reference.owner() instanceof Owner.Unknown
        ? Severity.UNDECIDED
        : Severity.VIOLATION;
  }
}
