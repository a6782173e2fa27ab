package io.cellwall.policies.proof.deploy;

import io.cellwall.policies.iam.condition.Operator;
import io.cellwall.policies.iam.document.Effect;
import io.cellwall.policies.iam.document.PolicyDocument;
import io.cellwall.policies.iam.document.Statement;
import io.cellwall.policies.iam.escalation.Identity;
import io.cellwall.policies.iam.principal.PrincipalPattern;
import io.cellwall.regions.model.StateBackend;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who may be a deploy role: the builds of its own pipeline, and one subject of an identity provider
 * that names a repository and the environment of the stack's name; by exact values, in each
 * statement.
 */
final class Trusted {

  private static final String MUST =
      "; it must be its own pipeline's build, or one subject of an identity provider that names"
          + " a repository and the environment of the stack's name, without a wildcard";

  private static final String BUILDS = "codebuild.amazonaws.com";
  private static final String PROVIDER = ":oidc-provider/";
  private static final Set<Operator> EXACT = Set.of(Operator.STRING_EQUALS, Operator.ARN_EQUALS);

  private final String stack;
  private final String account;

  Trusted(String stack, String account) {
    this.stack = stack;
    this.account = account;
  }

  /** What of a role's trust lets in anybody else. */
  List<String> problems(Identity role) {
    List<String> problems = new ArrayList<>();
    for (PolicyDocument document : role.self().policies()) {
      document.problems().forEach(each -> problems.add("its trust cannot be read: " + each));
      for (Statement statement : document.statements()) {
        if (statement.effect() == Effect.ALLOW) {
          problems.addAll(problems(statement));
        }
      }
    }
    return problems;
  }

  private List<String> problems(Statement statement) {
    if (statement.principals().isEmpty() || statement.principals().get().negated()) {
      return List.of(statement.label() + " trusts whoever it does not name" + MUST);
    }
    return statement.principals().get().patterns().stream()
        .filter(pattern -> !isOwn(pattern, statement))
        .map(pattern -> statement.label() + " trusts " + named(pattern) + MUST)
        .toList();
  }

  private boolean isOwn(PrincipalPattern pattern, Statement statement) {
    if (pattern instanceof PrincipalPattern.Service service) {
      return service.name().equals(BUILDS)
          && says(statement, "aws:SourceAccount", Pattern.quote(account))
          && says(
              statement,
              "aws:SourceArn",
              "arn:[a-z-]+:codebuild:[a-z0-9-]+:"
                  + account
                  + ":project/"
                  + Pattern.quote(StateBackend.PREFIX + stack)
                  + "-[a-z]+");
    }
    if (pattern instanceof PrincipalPattern.Federated federated) {
      String provider = federated.provider();
      int at = provider.indexOf(PROVIDER);
      if (at < 0 || !provider.substring(0, at).matches("arn:[a-z-]+:iam::" + account)) {
        return false;
      }
      String issuer = provider.substring(at + PROVIDER.length());
      return says(statement, issuer + ":aud", "[^*?]+")
          && says(
              statement,
              issuer + ":sub",
              "repo:[^*?:/]+/[^*?:/]+:environment:" + Pattern.quote(stack));
    }
    return false;
  }

  // The one value, exactly, and in every request.
  private static boolean says(Statement statement, String key, String pattern) {
    return statement.conditions().stream()
        .filter(condition -> condition.key().equalsIgnoreCase(key))
        .anyMatch(
            condition ->
                EXACT.contains(condition.operator())
                    && condition.needsOneValue()
                    && !condition.hasUnknown()
                    && condition.values().size() == 1
                    && condition.values().get(0).raw().matches(pattern));
  }

  private static String named(PrincipalPattern pattern) {
    if (pattern instanceof PrincipalPattern.Service service) {
      return service.name() + ", and not for this stack's build alone";
    }
    return pattern instanceof PrincipalPattern.Federated federated
        ? "identities of " + federated.provider() + ", and not this stack's alone"
        : "somebody else";
  }
}
