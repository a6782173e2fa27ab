package io.cellwall.policies.rules.storage;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.policies.rules.Settings;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.List;

/** An image, a snapshot, a document or a repository is shared with every account. */
public final class SharedWithEverybody implements Rule {

  private static final Settings SETTINGS =
      Settings.none()
          .wrong("aws:ec2/amiLaunchPermission:AmiLaunchPermission", "group", "be left out", "all")
          .wrong(
              "aws:rds/snapshot:Snapshot", "sharedAccounts", "name accounts, or be left out", "all")
          .wrong(
              "aws:rds/clusterSnapshot:ClusterSnapshot",
              "sharedAccounts",
              "name accounts, or be left out",
              "all")
          .wrong(
              "aws:rds/snapshotCopy:SnapshotCopy",
              "sharedAccounts",
              "name accounts, or be left out",
              "all")
          .wrong(
              "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy",
              "sharedAccounts",
              "name accounts, or be left out",
              "all")
          .wrong(
              "aws:ssm/document:Document",
              "permissions.account_ids",
              "name accounts, or be left out",
              "All",
              "all")
          .wrong(
              "aws:imagebuilder/distributionConfiguration:DistributionConfiguration",
              "distributions.amiDistributionConfiguration.launchPermission.userGroups",
              "be left out",
              "all")
          .wrong(
              "aws:codebuild/project:Project",
              "projectVisibility",
              "be PRIVATE, or be left out",
              "PUBLIC_READ");

  @Override
  public String explanation() {
    return "What is public may be copied by anybody, and a copy is never called back.";
  }

  @Override
  public String fix() {
    return "share nothing; copy what another account needs through a declared way";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create("https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharingamis-intro.html"),
        URI.create(
            "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    return SETTINGS.judge(this, node);
  }
}
