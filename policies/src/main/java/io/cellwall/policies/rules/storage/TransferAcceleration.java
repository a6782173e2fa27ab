package io.cellwall.policies.rules.storage;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.policies.rules.Settings;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.List;

/** A bucket's transfers go through AWS's edge locations all over the world. */
public final class TransferAcceleration implements Rule {

  private static final Settings SETTINGS =
      Settings.none()
          .wrong(
              "aws:s3/bucketAccelerateConfigurationV2:BucketAccelerateConfigurationV2",
              "status",
              "be Suspended",
              "Enabled")
          .wrong(
              "aws:s3/bucketV2:BucketV2",
              "accelerationStatus",
              "be Suspended, or be left out",
              "Enabled")
          .wrong(
              "aws:s3/bucket:Bucket",
              "accelerationStatus",
              "be Suspended, or be left out",
              "Enabled");

  @Override
  public String explanation() {
    return "An accelerated transfer enters at the edge location nearest to the sender,"
        + " whichever country that is in: the data passes outside the zone.";
  }

  @Override
  public String fix() {
    return "leave transfer acceleration off";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/AmazonS3/latest/userguide/transfer-acceleration.html"),
        URI.create("https://eur-lex.europa.eu/eli/reg/2016/679/oj"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    return SETTINGS.judge(this, node);
  }
}
