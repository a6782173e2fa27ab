package io.cellwall.policies.judge;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.ownership.Owner;
import io.cellwall.policies.ownership.Reference;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import java.util.stream.Stream;

/**
 * Tells whether what a rule found crosses the boundary of a zone, whichever rule it was: something
 * that the property names, or a part of it, lies in another zone or in none.
 */
final class ZoneBoundary {

  private ZoneBoundary() {}

  /** The finding, marked if it crosses the boundary of a zone. */
  static Finding mark(Finding finding, Node node, RuleContext context) {
    if (finding.severity() != Severity.VIOLATION || finding.path().size() < 2) {
      return finding;
    }
    try {
      return crosses(finding.path().get(1), node, context) ? finding.acrossZones() : finding;
    } catch (RuntimeException | StackOverflowError e) {
      // What cannot be read cannot be waived either.
      return finding.acrossZones();
    }
  }

  private static boolean crosses(String property, Node node, RuleContext context) {
    Stream<Reference> named =
        Stream.of(
                context.references(node).found().stream(),
                node.id().stream().flatMap(id -> context.referencesIn("id", id).stream()),
                node.options().importId().stream()
                    .flatMap(id -> context.referencesIn("importId", id).stream()))
            .flatMap(references -> references)
            .filter(
                reference ->
                    isPart(reference.property(), property)
                        || isPart(property, reference.property()));
    return named.anyMatch(ZoneBoundary::isBeyond);
  }

  // The property itself, or one inside it: policy, policy.Statement[0], policy.Statement[0].Sid.
  private static boolean isPart(String property, String whole) {
    return property.startsWith(whole)
        && (property.length() == whole.length()
            || property.charAt(whole.length()) == '.'
            || property.charAt(whole.length()) == '[');
  }

  private static boolean isBeyond(Reference reference) {
    Owner owner = reference.owner();
    if (owner instanceof Owner.Stranger stranger) {
      // A region that no zone has is outside every zone.
      return reference.kind() == Reference.Kind.REGION
          || stranger.what().equals("a region")
          || stranger.what().equals("an availability zone");
    }
    // Several, such as 10.0.0.0/8: one of them may lie in another zone.
    return owner instanceof Owner.OtherZone
        || owner instanceof Owner.Several
        || (owner instanceof Owner.OtherCell cell && !cell.sameZone());
  }
}
