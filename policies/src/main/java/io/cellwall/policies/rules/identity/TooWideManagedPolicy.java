package io.cellwall.policies.rules.identity;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.ownership.NodeTexts;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An identity gets a policy that gives whole services, or everything: AWS's own for administrators,
 * or the stack's boundary.
 */
public final class TooWideManagedPolicy implements Rule {

  private static final Pattern OF_AWS = Pattern.compile("arn:aws[a-z0-9-]*:iam::aws:policy/(.+)");

  /** Whole services on every resource, or the powers over identities and accounts. */
  private static final Pattern WIDE =
      Pattern.compile(
          "(?:.*/)?(?:AdministratorAccess.*|.*PowerUser.*|.*Full_?Access.*|.*FullControl.*"
              + "|SystemAdministrator|NetworkAdministrator|DatabaseAdministrator|DataScientist"
              + "|SupportUser|.*ReadOnlyAccess|SecretsManagerReadWrite|AWSLambdaExecute"
              + "|AmazonEC2RoleforAWSCodeDeploy|AmazonSSMReadOnly|AmazonGlacierReadOnly|AmazonEC2RoleforSSM|AmazonElasticMapReduceRole"
              + "|AmazonElasticMapReduceforEC2Role|AWSDataPipelineRole|AmazonEC2RoleforDataPipelineRole"
              + "|AWSLambdaRole|AWSServiceCatalogAdmin.*|IAMUserSSHKeys|AWSConfigRoleForOrganizations"
              + "|AmazonSSMAutomationRole|AWSQuickSightIAMPolicy|AmazonMachineLearningRole.*"
              + "|AWSBackup(?:Admin|Operator|ServiceRolePolicyForS3).*|AmazonEC2SpotFleetRole.*)");

  @Override
  public String explanation() {
    return "AWS's policies for administrators name no account and no resource; what is meant"
        + " as a ceiling gives everything under it when it is attached.";
  }

  @Override
  public String fix() {
    return "write a policy that names the actions and the resources";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html#aws-managed-policies"),
        URI.create(
            "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    if (node.kind() != Node.Kind.RESOURCE) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    for (NodeTexts.Held held : context.texts(node).all()) {
      String path = held.path();
      if (held.text().startsWith("arn:")
          && !path.startsWith("permissionsBoundary")
          && isWide(held.text(), context)) {
        findings.add(
            Crossing.of(this, node)
                .violation(
                    path,
                    path
                        + " is "
                        + held.shown()
                        + ", which allows whole services on every resource; it must be a policy"
                        + " that names them"));
      }
    }
    return findings;
  }

  private static boolean isWide(String arn, RuleContext context) {
    Matcher ofAws = OF_AWS.matcher(arn);
    if (ofAws.matches()) {
      return WIDE.matcher(ofAws.group(1)).matches();
    }
    return arn.contains(":policy/")
        && context.graph().named(arn).stream()
            .anyMatch(
                policy ->
                    context.policies(policy).stream()
                        .anyMatch(held -> Ceiling.is(policy, held, context)));
  }
}
