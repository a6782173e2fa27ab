package io.cellwall.policies.rules.program;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.ownership.Owner;
import io.cellwall.policies.ownership.Reference;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A resource takes the place of one that another stack or project has. */
public final class ForeignAlias implements Rule {

  @Override
  public String explanation() {
    return "An alias makes the engine take over what another URN stands for: with another"
        + " stack's URN, this stack keeps, changes and deletes what is that stack's.";
  }

  @Override
  public String fix() {
    return "use aliases of this stack and project only; to move a resource between stacks,"
        + " use pulumi state move";
  }

  @Override
  public List<URI> references() {
    return List.of(URI.create("https://www.pulumi.com/docs/iac/concepts/options/aliases/"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    List<String> aliases = node.options().aliases();
    return IntStream.range(0, aliases.size())
        .boxed()
        .flatMap(i -> finding(node, "aliases[" + i + "]", aliases.get(i), context).stream())
        .toList();
  }

  private Optional<Finding> finding(Node node, String at, String alias, RuleContext context) {
    if (!alias.startsWith("urn:pulumi:") || place(alias).equals(place(node.urn()))) {
      return Optional.empty();
    }
    Finding finding =
        Crossing.of(this, node)
            .violation(
                at,
                at
                    + " is "
                    + alias
                    + ", of another stack or project; it must be of "
                    + place(node.urn()));
    boolean leavesZone =
        context.referencesIn(at, alias).stream()
            .map(Reference::owner)
            .anyMatch(
                owner ->
                    (owner instanceof Owner.OtherCell cell && !cell.sameZone())
                        || owner instanceof Owner.OtherZone);
    return Optional.of(leavesZone ? finding.acrossZones() : finding);
  }

  // Stack and project of a URN: urn:pulumi:<stack>::<project>::<types>::<name>.
  private static String place(String urn) {
    String[] parts = urn.split("::", 3);
    return parts.length < 3 ? urn : parts[0] + "::" + parts[1];
  }
}
