package io.cellwall.policies.rules.secret;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.iam.condition.Condition;
import io.cellwall.policies.iam.condition.Operator;
import io.cellwall.policies.iam.document.Effect;
import io.cellwall.policies.iam.document.PolicyKind;
import io.cellwall.policies.iam.document.Statement;
import io.cellwall.policies.iam.glob.PolicyText;
import io.cellwall.policies.iam.principal.PrincipalPattern;
import io.cellwall.policies.rules.ControlPlane;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.NodeKinds;
import io.cellwall.policies.rules.Pins;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.policies.rules.statement.HeldPolicy;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Somebody may make grants of a key that are not for an AWS service. */
public final class OpenGrant implements Rule {

  private static final String ACTION = "kms:creategrant";

  @Override
  public String explanation() {
    return "A grant lets its grantee use the key past the key's policy, in any account, and"
        + " no policy shows it.";
  }

  @Override
  public String fix() {
    return "add Bool kms:GrantIsForAWSResource true to the statement that allows"
        + " kms:CreateGrant";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/kms/latest/developerguide/grants.html#grant-concepts"),
        URI.create(
            "https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-grant-is-for-aws-resource"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    // The policy of a VPC endpoint allows nothing by itself.
    if (!NodeKinds.carriesInputs(node)
        || node.type().startsWith("aws:ec2/vpcEndpoint")
        || ControlPlane.isDeployPolicy(node, context.home())) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    for (HeldPolicy policy : context.policies(node)) {
      for (HeldPolicy.Placed placed : policy.statements()) {
        if (policy.kind() != PolicyKind.TRUST
            && isOpen(placed.statement(), context)
            && !isDelegation(placed.statement(), context)) {
          String at = placed.at() + ".Action";
          findings.add(
              Crossing.of(this, node)
                  .violation(
                      at,
                      at
                          + " allows kms:CreateGrant for anybody; it must do so with"
                          + " kms:GrantIsForAWSResource only"));
        }
      }
    }
    return findings;
  }

  // An Allow of everything is judged as a whole, by another rule.
  private static boolean isOpen(Statement statement, RuleContext context) {
    return statement.effect() == Effect.ALLOW
        && !statement.actions().negated()
        && statement.actions().texts().stream()
            .filter(text -> text.raw().contains(":"))
            .anyMatch(text -> text.widest(PolicyText.Variables.NONE, true).matches(ACTION))
        && statement.conditions().stream().noneMatch(OpenGrant::isForService)
        && !Pins.holds(statement, "kms:granteeprincipal"::equals, context)
        && statement.conditions().stream().noneMatch(OpenGrant::isThroughService);
  }

  private static boolean isForService(Condition condition) {
    return condition.operator() == Operator.BOOL
        && !condition.ifExists()
        && condition.key().equalsIgnoreCase("kms:GrantIsForAWSResource")
        && condition.values().stream().allMatch(value -> value.raw().equalsIgnoreCase("true"));
  }

  // The service then says who gets the grant.
  private static boolean isThroughService(Condition condition) {
    return condition.operator() == Operator.STRING_EQUALS
        && !condition.ifExists()
        && condition.key().equalsIgnoreCase("kms:ViaService");
  }

  // The whole of kms:* for the key's own account only says that its identity policies decide.
  private static boolean isDelegation(Statement statement, RuleContext context) {
    return statement.actions().texts().stream().allMatch(text -> text.raw().equals("kms:*"))
        && (Pins.onRequester(statement, context)
            || statement.principals().stream()
                .flatMap(principals -> principals.patterns().stream())
                .anyMatch(pattern -> isOwnAccount(pattern, context)));
  }

  private static boolean isOwnAccount(PrincipalPattern pattern, RuleContext context) {
    return pattern instanceof PrincipalPattern.Unknown
        || (pattern instanceof PrincipalPattern.Account account
            && account.id().equals(context.home().account().value()));
  }
}
