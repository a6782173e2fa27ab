package io.cellwall.policies.rules.identity;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The stack declares something that acts on the organization, or on other accounts as the
 * organization's administrator.
 */
public final class OrganizationResource implements Rule {

  private static final Pattern ACTING =
      Pattern.compile(
          "aws:organizations/(?!policy:|policyAttachment:).*"
              + "|aws:controltower/.*"
              + "|aws:.*:[A-Za-z]*(?:Organization|DelegatedAdmin)[A-Za-z]*"
              + "|aws:fms/adminAccount:AdminAccount");

  @Override
  public String explanation() {
    return "What the organization's administrator sets holds in every account: a cell that"
        + " holds such a power holds all cells.";
  }

  @Override
  public String fix() {
    return "declare it where the organization is kept; a cell declares what is in its own"
        + " account";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_integrate_delegated_admin.html"),
        URI.create(
            "https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_securely_operate_multi_accounts.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    return node.kind() == Node.Kind.RESOURCE && ACTING.matcher(node.type()).matches()
        ? List.of(
            Crossing.of(this, node)
                .violation(
                    "type",
                    "it is a "
                        + node.type()
                        + ", which acts on the whole organization; it must be no part of "
                        + context.home().stack()))
        : List.of();
  }
}
