package io.cellwall.policies.rules.observability;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.policies.rules.Settings;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.List;

/** Something collects from every region, or stores what it collects for all of them in one. */
public final class CollectedEverywhere implements Rule {

  private static final Settings SETTINGS =
      Settings.none()
          .wrong("aws:cloudtrail/trail:Trail", "isMultiRegionTrail", "be false", "true")
          .wrongByDefault(
              "aws:cloudtrail/eventDataStore:EventDataStore",
              "multiRegionEnabled",
              "be false",
              "true")
          .wrong(
              "aws:cfg/configurationAggregator:ConfigurationAggregator",
              "accountAggregationSource.allRegions",
              "be false",
              "true")
          .wrong(
              "aws:cfg/configurationAggregator:ConfigurationAggregator",
              "organizationAggregationSource.allRegions",
              "be false",
              "true")
          .wrong(
              "aws:securityhub/findingAggregator:FindingAggregator",
              "linkingMode",
              "be SPECIFIED_REGIONS",
              "ALL_REGIONS",
              "ALL_REGIONS_EXCEPT_SPECIFIED")
          .wrong("aws:resourceexplorer/index:Index", "type", "be LOCAL", "AGGREGATOR");

  @Override
  public String explanation() {
    return "What is recorded of a zone says who did what with which data there; a collector"
        + " of all regions brings it out of the zone, and other zones' into it.";
  }

  @Override
  public String fix() {
    return "name the regions of the zone, or collect in each region by itself";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-multi-region-trails.html"),
        URI.create(
            "https://docs.aws.amazon.com/securityhub/latest/userguide/finding-aggregation.html"),
        URI.create("https://eur-lex.europa.eu/eli/reg/2016/679/oj"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    return SETTINGS.judge(this, node);
  }
}
