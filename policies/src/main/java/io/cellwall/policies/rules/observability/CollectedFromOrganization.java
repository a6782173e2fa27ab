package io.cellwall.policies.rules.observability;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Property;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.policies.rules.Settings;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Something collects from every account of the organization. */
public final class CollectedFromOrganization implements Rule {

  private static final Settings SETTINGS =
      Settings.none()
          .wrong("aws:cloudtrail/trail:Trail", "isOrganizationTrail", "be false", "true")
          .wrong(
              "aws:cloudtrail/eventDataStore:EventDataStore",
              "organizationEnabled",
              "be false",
              "true")
          .wrong(
              "aws:cloudwatch/metricStream:MetricStream",
              "includeLinkedAccountsMetrics",
              "be false",
              "true")
          .wrong(
              "aws:accessanalyzer/analyzer:Analyzer",
              "type",
              "be ACCOUNT",
              "ORGANIZATION",
              "ORGANIZATION_UNUSED_ACCESS",
              "ORGANIZATION_INTERNAL_ACCESS")
          .wrong(
              "aws:grafana/workspace:Workspace",
              "accountAccessType",
              "be CURRENT_ACCOUNT",
              "ORGANIZATION")
          .wrong(
              "aws:computeoptimizer/enrollmentStatus:EnrollmentStatus",
              "includeMemberAccounts",
              "be false",
              "true")
          .wrong(
              "aws:costoptimizationhub/enrollmentStatus:EnrollmentStatus",
              "includeMemberAccounts",
              "be false",
              "true");

  private static final Map<String, String> SOURCES =
      Map.of(
          "aws:cfg/configurationAggregator:ConfigurationAggregator",
          "organizationAggregationSource",
          "aws:s3control/storageLensConfiguration:StorageLensConfiguration",
          "storageLensConfiguration.awsOrg",
          "aws:ssm/resourceDataSync:ResourceDataSync",
          "syncSource.awsOrganizationsSource");

  @Override
  public String explanation() {
    return "A cell sees itself and nothing else; a collector over the organization sees, and"
        + " stores, what all cells do.";
  }

  @Override
  public String fix() {
    return "collect from this stack's account only";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/creating-trail-organization.html"),
        URI.create("https://docs.aws.amazon.com/config/latest/developerguide/aggregate-data.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    List<Finding> findings = new ArrayList<>(SETTINGS.judge(this, node));
    if (node.kind() == Node.Kind.RESOURCE && SOURCES.containsKey(node.type())) {
      String source = SOURCES.get(node.type());
      Property.at(node, source).stream()
          .filter(property -> !(property.value() instanceof Value.Null))
          .limit(1)
          .forEach(
              property ->
                  findings.add(
                      Crossing.of(this, node)
                          .violation(
                              property.path(),
                              property.path()
                                  + " collects from the whole organization; it must collect from"
                                  + " account "
                                  + context.home().account())));
    }
    return findings;
  }
}
