package io.cellwall.edge.bucket;

import io.cellwall.regions.model.Region;
import io.cellwall.wiring.Arn;
import io.cellwall.wiring.policy.PolicyDocument;
import io.cellwall.wiring.policy.Principal;
import io.cellwall.wiring.policy.Statement;
import java.util.Optional;

/**
 * A bucket that no one reaches without TLS, and nobody whom its policy or its account does not
 * admit.
 *
 * @param name the bucket's name, unique in all of AWS
 * @param policy whom it admits
 * @param expiryDays after how many days objects go; empty where they stay
 * @param holdsEvidence whether Pulumi must refuse to delete it
 */
public record PrivateBucketPlan(
    String name, PolicyDocument policy, Optional<Integer> expiryDays, boolean holdsEvidence) {

  /** A bucket that so far admits only what its own account's roles may do. */
  public static PrivateBucketPlan of(Region region, String name) {
    return new PrivateBucketPlan(
        name,
        PolicyDocument.of(
            Statement.deny("NothingWithoutTls")
                .by(Principal.anyone())
                .actions("s3:*")
                .on(bucket(region, name), objects(region, name))
                .when("Bool", "aws:SecureTransport", "false")),
        Optional.empty(),
        false);
  }

  /** The same, which also admits whom the statement says. */
  public PrivateBucketPlan admitting(Statement statement) {
    return new PrivateBucketPlan(name, policy.with(statement), expiryDays, holdsEvidence);
  }

  /** The same for records: they go after some days, the bucket does not. */
  public PrivateBucketPlan keepingRecordsFor(int days) {
    return new PrivateBucketPlan(name, policy, Optional.of(days), true);
  }

  /** The ARN of a bucket. */
  public static Arn bucket(Region region, String name) {
    return new Arn(region.partition(), "s3", "", "", name);
  }

  /** The ARN of all objects of a bucket. */
  public static Arn objects(Region region, String name) {
    return new Arn(region.partition(), "s3", "", "", name + "/*");
  }
}
