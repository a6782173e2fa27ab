package io.cellwall.policies.rules.statement;

import io.cellwall.policies.iam.document.PolicyKind;
import io.cellwall.policies.iam.document.PolicyProblem;
import io.cellwall.policies.iam.document.Statement;
import java.util.List;

/**
 * A policy document in a property of a node.
 *
 * @param property path of the property, or of the object inside it, that is the document
 * @param kind where it stands
 * @param secret whether it must never be shown
 * @param statements what could be read
 * @param problems what could not
 */
public record HeldPolicy(
    String property,
    PolicyKind kind,
    boolean secret,
    List<Placed> statements,
    List<PolicyProblem> problems) {

  public HeldPolicy {
    statements = List.copyOf(statements);
    problems = List.copyOf(problems);
  }

  /**
   * A statement of the document.
   *
   * @param at its path, such as {@code policy.Statement[2]}
   * @param statement the statement
   */
  public record Placed(String at, Statement statement) {}

  /** Tells whether it gives permissions to whom it is attached to. */
  public boolean isIdentity() {
    return kind == PolicyKind.IDENTITY;
  }

  /** Tells whether it says who may come: a resource's policy or a role's trust. */
  public boolean namesPrincipals() {
    return kind == PolicyKind.RESOURCE || kind == PolicyKind.TRUST;
  }

  /** A text, or a marker where the document is secret. */
  public String shown(Object text) {
    return secret ? "(secret)" : text.toString();
  }
}
