package io.cellwall.policies.rules.identity;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Property;
import io.cellwall.policies.iam.document.Effect;
import io.cellwall.policies.iam.document.Statement;
import io.cellwall.policies.iam.principal.PrincipalPattern;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.NodeKinds;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.policies.rules.statement.HeldPolicy;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A policy or an access list lets somebody in by an id that does not say whose it is. */
public final class PrincipalWithoutAccount implements Rule {

  private static final List<String> GRANTEES =
      List.of("accessControlPolicy.grants.grantee.id", "grants.id", "targetGrants.grantee.id");

  @Override
  public Severity severity() {
    return Severity.UNDECIDED;
  }

  @Override
  public String explanation() {
    return "A canonical id, or the id of a deleted identity, names somebody of some account;"
        + " nothing shows that it is this one.";
  }

  @Override
  public String fix() {
    return "name the account, or the role by its ARN";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids"),
        URI.create(
            "https://docs.aws.amazon.com/AmazonS3/latest/userguide/finding-canonical-user-id.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    if (!NodeKinds.carriesInputs(node)) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    for (HeldPolicy policy : context.policies(node)) {
      for (HeldPolicy.Placed placed : policy.statements()) {
        if (isWithout(placed.statement())) {
          findings.add(undecided(node, placed.at() + ".Principal", context));
        }
      }
    }
    if (node.type().startsWith("aws:s3/")) {
      for (String grantee : GRANTEES) {
        Property.at(node, grantee).stream()
            .filter(property -> property.scalar().isPresent())
            .forEach(property -> findings.add(undecided(node, property.path(), context)));
      }
    }
    return findings;
  }

  private static boolean isWithout(Statement statement) {
    return statement.effect() == Effect.ALLOW
        && statement.principals().stream()
            .flatMap(principals -> principals.patterns().stream())
            .anyMatch(
                pattern ->
                    pattern instanceof PrincipalPattern.UniqueId
                        || pattern instanceof PrincipalPattern.CanonicalUser);
  }

  private Finding undecided(Node node, String at, RuleContext context) {
    return Crossing.of(this, node)
        .undecided(
            at,
            at
                + " is an id that does not say whose it is; it must be of account "
                + context.home().account());
  }
}
