package io.cellwall.policies.rules;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.ownership.Owner;
import io.cellwall.policies.ownership.Reference;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Words a rule's findings alike. The path of a finding goes from the resource by the property to
 * the value and its owner; its second step tells which findings are about the same thing.
 */
public final class Crossing {

  private final Rule rule;
  private final Node node;

  private Crossing(Rule rule, Node node) {
    this.rule = rule;
    this.node = node;
  }

  public static Crossing of(Rule rule, Node node) {
    return new Crossing(rule, node);
  }

  /** A rule is broken at a property. */
  public Finding violation(String property, String message) {
    return finding(Severity.VIOLATION, property, message, List.of());
  }

  /** It could not be decided whether a rule is broken at a property. */
  public Finding undecided(String property, String message) {
    return finding(Severity.UNDECIDED, property, message, List.of());
  }

  /** A property names what it may not. */
  public Finding reference(Severity severity, Reference reference, String must) {
    String message =
        reference.property()
            + " holds "
            + reference.kind().words()
            + " "
            + reference.shown()
            + ", "
            + whose(reference.owner())
            + "; it must "
            + must;
    return finding(
        severity,
        reference.property(),
        message,
        List.of(reference.shown(), reference.owner().description()));
  }

  private static String whose(Owner owner) {
    return owner instanceof Owner.Stranger || owner instanceof Owner.Unknown
        ? owner.description()
        : "which belongs to " + owner.description();
  }

  private Finding finding(Severity severity, String property, String message, List<String> beyond) {
    List<String> path = new ArrayList<>(List.of(node.urn(), property));
    path.addAll(beyond);
    return new Finding(
        rule.id(), severity, node.urn(), message, rule.fix(), path, Optional.empty());
  }
}
