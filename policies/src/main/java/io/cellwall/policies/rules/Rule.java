package io.cellwall.policies.rules;

import io.cellwall.policies.graph.Node;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import java.net.URI;
import java.util.List;

/**
 * One thing that may never happen.
 *
 * <p>A rule is a pure function of one node and what is known around it: the graph so far, the
 * inventory's word on the stack, the types of the provider. What it cannot decide it says as a
 * finding of severity UNDECIDED; what it throws becomes one.
 */
public interface Rule {

  /** Its name in findings: the name of its class. */
  default String id() {
    return getClass().getSimpleName();
  }

  /** How much its findings weigh; one that cannot be decided is UNDECIDED whatever this says. */
  default Severity severity() {
    return Severity.VIOLATION;
  }

  /** Why it matters, in a sentence or two. */
  String explanation();

  /** How to fix what it finds. */
  String fix();

  /**
   * Where it comes from, the nearest first: AWS's documentation, the regulation, the item of the
   * Well-Architected Framework; at least one.
   */
  List<URI> references();

  /** What is wrong with this node; empty if nothing is, or if the rule does not apply to it. */
  List<Finding> judge(Node node, RuleContext context);
}
