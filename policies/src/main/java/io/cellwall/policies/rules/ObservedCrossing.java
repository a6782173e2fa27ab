package io.cellwall.policies.rules;

import io.cellwall.policies.census.Census;
import io.cellwall.policies.census.PropertyKind;
import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.ownership.Owner;
import io.cellwall.policies.ownership.Reference;
import io.cellwall.policies.ownership.Reference.Kind;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the cloud answered names something beyond the wall that the program does not: somebody
 * changed the resource since, or it was made in another account or region.
 *
 * <p>AWS answers much that is its own, so that only what is another's for certain counts.
 */
public final class ObservedCrossing implements Rule {

  private static final String OUTPUTS = "outputs.";
  private static final Set<String> WHOSE = Set.of("arn", "ownerId");

  @Override
  public String explanation() {
    return "What was changed beside the program is as real as what it declares; the state shows it,"
        + " and no plan does.";
  }

  @Override
  public String fix() {
    return "put the resource back to what the program says, by pulumi up after pulumi refresh";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create("https://www.pulumi.com/docs/iac/cli/commands/pulumi_refresh/"),
        URI.create(
            "https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_permissions_analyze_cross_account.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    if (node.kind() != Node.Kind.RESOURCE) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    node.outputs()
        .walk(
            "",
            false,
            (path, text, secret) -> {
              boolean settable = isSettable(node, path);
              if (settable ? !isWhereProviderIs(node, text, context) : text.startsWith("arn:")) {
                context.referencesIn(OUTPUTS + path, text).stream()
                    .filter(reference -> settable || reference.kind() == Kind.ARN)
                    .filter(ObservedCrossing::isOfAnother)
                    .filter(reference -> !Admission.admits(context.home(), node, reference))
                    .forEach(reference -> findings.add(finding(node, reference, secret, context)));
              }
            });
    return findings;
  }

  // Where the provider makes things, its own rules say.
  private static boolean isWhereProviderIs(Node node, String text, RuleContext context) {
    String[] parts = text.split(":", 6);
    return parts.length == 6
        && parts[0].equals("arn")
        && context
            .providerOf(node)
            .filter(inputs -> inputs.text("region").filter(parts[3]::equals).isPresent())
            .filter(
                inputs ->
                    inputs.values().getOrDefault("allowedAccountIds", new Value.Null()).bare()
                            instanceof Value.Items accounts
                        && accounts.values().contains(new Value.Text(parts[4])))
            .isPresent();
  }

  private static boolean isSettable(Node node, String path) {
    return WHOSE.contains(path)
        || Census.provided()
            .kindOf(node.type(), path)
            .filter(kind -> !kind.isUnread() && kind != PropertyKind.NOTHING)
            .isPresent();
  }

  // A host on the internet may be anything; an account or a region is known to be another's.
  private static boolean isOfAnother(Reference reference) {
    return reference.owner() instanceof Owner.OtherCell
        || reference.owner() instanceof Owner.OtherZone
        || (reference.owner() instanceof Owner.Stranger && reference.kind() != Kind.HOST);
  }

  private Finding finding(Node node, Reference reference, boolean secret, RuleContext context) {
    Reference shown =
        new Reference(
            reference.property(),
            reference.token(),
            reference.kind(),
            reference.owner(),
            secret || reference.secret());
    return Crossing.of(this, node)
        .reference(
            Severity.VIOLATION,
            shown,
            "name only what " + context.home().stack() + " itself declares");
  }
}
