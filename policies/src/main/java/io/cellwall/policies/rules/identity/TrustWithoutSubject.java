package io.cellwall.policies.rules.identity;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.iam.condition.Condition;
import io.cellwall.policies.iam.condition.Operator;
import io.cellwall.policies.iam.document.Effect;
import io.cellwall.policies.iam.document.PolicyKind;
import io.cellwall.policies.iam.document.Statement;
import io.cellwall.policies.iam.principal.PrincipalPattern;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.NodeKinds;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.policies.rules.statement.HeldPolicy;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A role trusts an identity provider without saying whom of those it vouches for. */
public final class TrustWithoutSubject implements Rule {

  private static final Set<Operator> EXACT =
      Set.of(Operator.STRING_EQUALS, Operator.STRING_LIKE, Operator.STRING_EQUALS_IGNORE_CASE);

  /** Its subjects are made up as identities come; that they have signed in is in the amr claim. */
  private static final String COGNITO = "cognito-identity.amazonaws.com";

  @Override
  public String explanation() {
    return "A provider vouches for many: every pod of a cluster, every repository, every"
        + " person. Without the exact subject and audience each of them can be the role.";
  }

  @Override
  public String fix() {
    return "add StringEquals, without wildcards, on the provider's aud and sub (SAML:"
        + " SAML:aud and SAML:sub)";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html#idp_oidc_Prerequisites"),
        URI.create(
            "https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    if (!NodeKinds.carriesInputs(node)) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    for (HeldPolicy policy : context.policies(node)) {
      if (policy.kind() == PolicyKind.TRUST) {
        policy.statements().forEach(placed -> judge(node, policy, placed, findings));
      }
    }
    return findings;
  }

  private void judge(
      Node node, HeldPolicy policy, HeldPolicy.Placed placed, List<Finding> findings) {
    Statement statement = placed.statement();
    if (statement.effect() != Effect.ALLOW || statement.principals().isEmpty()) {
      return;
    }
    for (PrincipalPattern pattern : statement.principals().get().patterns()) {
      if (pattern instanceof PrincipalPattern.Federated federated
          && !federated.provider().equals("*")) {
        List<String> missing =
            claims(federated.provider()).stream()
                .filter(claim -> !isExact(statement, claim))
                .toList();
        if (!missing.isEmpty()) {
          String at = placed.at() + ".Condition";
          findings.add(
              Crossing.of(this, node)
                  .violation(
                      at,
                      placed.at()
                          + " trusts "
                          + policy.shown(federated.provider())
                          + " without an exact value of "
                          + policy.shown(String.join(", ", missing))
                          + "; it must name the one subject that may be this role"));
        }
      }
    }
  }

  private static List<String> claims(String provider) {
    if (provider.contains(":saml-provider/")) {
      return List.of("SAML:aud", "SAML:sub");
    }
    String issuer = provider.substring(provider.indexOf(":oidc-provider/") + 1);
    String name = issuer.startsWith("oidc-provider/") ? issuer.substring(14) : provider;
    return name.equals(COGNITO)
        ? List.of(name + ":aud", name + ":amr")
        : List.of(name + ":aud", name + ":sub");
  }

  private static boolean isExact(Statement statement, String claim) {
    return statement.conditions().stream()
        .filter(condition -> condition.key().equalsIgnoreCase(claim))
        .filter(condition -> !condition.ifExists() && EXACT.contains(condition.operator()))
        .filter(condition -> condition.quantifier() != Condition.Quantifier.FOR_ALL_VALUES)
        .anyMatch(
            condition ->
                !condition.values().isEmpty()
                    && condition.values().stream()
                        .noneMatch(
                            value -> value.raw().contains("*") || value.raw().contains("?")));
  }
}
