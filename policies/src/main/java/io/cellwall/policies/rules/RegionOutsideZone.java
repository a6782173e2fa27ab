package io.cellwall.policies.rules;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.ownership.Home;
import io.cellwall.policies.ownership.Owner;
import io.cellwall.policies.ownership.Reference.Kind;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import java.net.URI;
import java.util.List;

/** A value names a region, or an availability zone, outside the stack's zone. */
public final class RegionOutsideZone implements Rule {

  @Override
  public String explanation() {
    return "Data of a zone may rest in, pass through and be processed in the zone's regions only.";
  }

  @Override
  public String fix() {
    return "use a region of the zone, as zones/<zone>.yaml lists them";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create("https://eur-lex.europa.eu/eli/reg/2016/679/oj"),
        URI.create(
            "https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/data-protection.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    if (!NodeKinds.carriesInputs(node)) {
      return List.of();
    }
    return context.references(node).found().stream()
        .filter(reference -> reference.kind() == Kind.REGION)
        .filter(reference -> !Admission.admits(context.home(), node, reference))
        .map(
            reference ->
                Crossing.of(this, node)
                    .reference(
                        reference.owner() instanceof Owner.Unknown
                            ? Severity.UNDECIDED
                            : Severity.VIOLATION,
                        reference,
                        must(context.home())))
        .toList();
  }

  private static String must(Home home) {
    return home.zone()
        .map(zone -> "lie in zone " + zone.name() + ": " + zone.regions())
        .orElse("be one of " + home.regions());
  }
}
