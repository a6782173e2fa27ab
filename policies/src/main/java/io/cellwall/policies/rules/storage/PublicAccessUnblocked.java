package io.cellwall.policies.rules.storage;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.policies.rules.Settings;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.List;

/** Public access to buckets is not blocked altogether. */
public final class PublicAccessUnblocked implements Rule {

  private static final Settings SETTINGS =
      Settings.none()
          .wrongByDefault(
              "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
              "blockPublicAcls",
              "be true",
              "false")
          .wrongByDefault(
              "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
              "blockPublicPolicy",
              "be true",
              "false")
          .wrongByDefault(
              "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
              "ignorePublicAcls",
              "be true",
              "false")
          .wrongByDefault(
              "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
              "restrictPublicBuckets",
              "be true",
              "false")
          .wrongByDefault(
              "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock",
              "blockPublicAcls",
              "be true",
              "false")
          .wrongByDefault(
              "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock",
              "blockPublicPolicy",
              "be true",
              "false")
          .wrongByDefault(
              "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock",
              "ignorePublicAcls",
              "be true",
              "false")
          .wrongByDefault(
              "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock",
              "restrictPublicBuckets",
              "be true",
              "false")
          .wrong(
              "aws:s3/accessPoint:AccessPoint",
              "publicAccessBlockConfiguration.blockPublicAcls",
              "be true",
              "false")
          .wrong(
              "aws:s3/accessPoint:AccessPoint",
              "publicAccessBlockConfiguration.blockPublicPolicy",
              "be true",
              "false")
          .wrong(
              "aws:s3/accessPoint:AccessPoint",
              "publicAccessBlockConfiguration.ignorePublicAcls",
              "be true",
              "false")
          .wrong(
              "aws:s3/accessPoint:AccessPoint",
              "publicAccessBlockConfiguration.restrictPublicBuckets",
              "be true",
              "false")
          .wrong(
              "aws:s3control/multiRegionAccessPoint:MultiRegionAccessPoint",
              "details.publicAccessBlock.blockPublicAcls",
              "be true",
              "false")
          .wrong(
              "aws:s3control/multiRegionAccessPoint:MultiRegionAccessPoint",
              "details.publicAccessBlock.blockPublicPolicy",
              "be true",
              "false")
          .wrong(
              "aws:s3control/multiRegionAccessPoint:MultiRegionAccessPoint",
              "details.publicAccessBlock.ignorePublicAcls",
              "be true",
              "false")
          .wrong(
              "aws:s3control/multiRegionAccessPoint:MultiRegionAccessPoint",
              "details.publicAccessBlock.restrictPublicBuckets",
              "be true",
              "false")
          .wrong(
              "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess",
              "state",
              "be block-all-sharing",
              "unblocked",
              "block-new-sharing")
          .wrong(
              "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess",
              "state",
              "be block-new-sharing",
              "unblocked")
          .wrong(
              "aws:emr/blockPublicAccessConfiguration:BlockPublicAccessConfiguration",
              "blockPublicSecurityGroupRules",
              "be true",
              "false");

  @Override
  public String explanation() {
    return "The block holds whatever policies and access lists say later; with one of its"
        + " four parts off a mistake in them is public at once.";
  }

  @Override
  public String fix() {
    return "set all four to true";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html"),
        URI.create(
            "https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_protect_data_rest_access_control.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    return SETTINGS.judge(this, node);
  }
}
