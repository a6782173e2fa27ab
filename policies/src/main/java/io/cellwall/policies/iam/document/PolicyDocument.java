package io.cellwall.policies.iam.document;

import io.cellwall.policies.iam.glob.PolicyText;
import java.util.List;
import java.util.Optional;

/**
 * A policy document as it was read.
 *
 * @param name for people to read: what it is attached to, and its own name
 * @param kind where it stands
 * @param statements what could be read
 * @param problems what could not; with one, nothing is proven by this document
 */
public record PolicyDocument(
    String name, PolicyKind kind, List<Statement> statements, List<PolicyProblem> problems) {

  public PolicyDocument {
    statements = List.copyOf(statements);
    problems = List.copyOf(problems);
  }

  /** A document that allows everything, such as AWS's AdministratorAccess. */
  public static PolicyDocument allowingAll(String name, PolicyKind kind) {
    return new PolicyDocument(name, kind, List.of(Statement.allowingAll(name)), List.of());
  }

  /**
   * A document that is known only when the resources it derives from exist: it may allow everything
   * to anybody, and it may deny everything.
   */
  public static PolicyDocument unknown(String name, PolicyKind kind) {
    PolicyText unknown = PolicyText.plain(String.valueOf(PolicyText.UNKNOWN));
    Optional<PrincipalSet> principals =
        kind.principal() == PolicyKind.Element.FORBIDDEN
            ? Optional.empty()
            : Optional.of(
                new PrincipalSet(
                    List.of(new io.cellwall.policies.iam.principal.PrincipalPattern.Unknown()),
                    false));
    TextSet anything = new TextSet(List.of(unknown), false);
    return new PolicyDocument(
        name,
        kind,
        List.of(
            new Statement(name, Effect.ALLOW, principals, anything, anything, List.of()),
            new Statement(name, Effect.DENY, principals, anything, anything, List.of())),
        List.of());
  }
}
