package io.cellwall.policies.rules.identity;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.ownership.NodeTexts;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.NodeKinds;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A property names an organization or an organizational unit, and so every account in it. */
public final class WholeOrganization implements Rule {

  private static final Pattern ID =
      Pattern.compile("o-[a-z0-9]{10,32}|ou-[a-z0-9]{4,32}-[a-z0-9]{8,32}");

  /** A root's id is short, so that only the property tells it from other words. */
  private static final Pattern ROOT = Pattern.compile("r-[a-z0-9]{4,32}");

  private static final Pattern OF_ROOT =
      Pattern.compile("(?i).*(?:target|organi[sz]ation|unit|parent|principal|root).*");

  @Override
  public String explanation() {
    return "All cells are accounts of one organization: what reaches the organization, or is"
        + " reached by it, joins them all.";
  }

  @Override
  public String fix() {
    return "name this stack's account";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_ous.html"),
        URI.create(
            "https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_securely_operate_multi_accounts.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    if (!NodeKinds.carriesInputs(node)) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    for (NodeTexts.Held held : context.texts(node).all()) {
      String path = held.path();
      boolean document = path.contains(".Statement") || path.contains(".Condition");
      if (isId(path, held.text()) && !document) {
        findings.add(
            Crossing.of(this, node)
                .violation(
                    path,
                    path
                        + " is "
                        + held.shown()
                        + ", an organization or a unit of one; it must be account "
                        + context.home().account()));
      }
    }
    return findings;
  }

  private static boolean isId(String path, String text) {
    return ID.matcher(text).matches()
        || (ROOT.matcher(text).matches() && OF_ROOT.matcher(path).matches());
  }
}
