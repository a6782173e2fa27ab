package io.cellwall.policies.rules.program;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.ownership.Owner;
import io.cellwall.policies.ownership.Reference;
import io.cellwall.policies.rules.Admission;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import java.net.URI;
import java.util.List;

/** A resource is adopted by an id, and nothing, or the wrong thing, says whose it was. */
public final class ForeignImport implements Rule {

  @Override
  public String explanation() {
    return "An import makes this stack the keeper of something that exists already, maybe of"
        + " another cell.";
  }

  @Override
  public String fix() {
    return "declare the resource anew, or import it by an ARN in this stack's account";
  }

  @Override
  public List<URI> references() {
    return List.of(URI.create("https://www.pulumi.com/docs/iac/concepts/options/import/"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    if (node.options().importId().isEmpty()) {
      return List.of();
    }
    String id = node.options().importId().get();
    Crossing crossing = Crossing.of(this, node);
    List<Reference> references = context.referencesIn("importId", id);
    List<Finding> foreign =
        references.stream()
            .filter(reference -> !Admission.admits(context.home(), node, reference))
            .map(
                reference ->
                    crossing.reference(
                        reference.owner() instanceof Owner.Unknown
                            ? Severity.UNDECIDED
                            : Severity.VIOLATION,
                        reference,
                        "be a resource of this stack's account"))
            .toList();
    boolean ours =
        references.stream()
            .anyMatch(
                reference ->
                    reference.kind() == Reference.Kind.ARN
                        && reference.owner() instanceof Owner.ThisStack);
    return !foreign.isEmpty() || ours
        ? foreign
        : List.of(
            crossing.undecided(
                "importId",
                "it adopts \""
                    + id
                    + "\", and nothing says whose that is; it must be a resource"
                    + " of this stack's account"));
  }
}
