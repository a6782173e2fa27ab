package io.cellwall.controlplane.state;

import io.cellwall.controlplane.bucket.BucketPlan;
import io.cellwall.controlplane.bucket.BucketPlan.AccessLogs;
import io.cellwall.controlplane.key.KeyPlan;
import io.cellwall.controlplane.place.Place;
import io.cellwall.controlplane.policy.BucketStatements;
import io.cellwall.controlplane.policy.KeyStatements;
import io.cellwall.controlplane.policy.PolicyDocument;
import io.cellwall.controlplane.policy.Statement;
import io.cellwall.regions.model.StateBackend;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a stack's state is kept, and the keys that encrypt it and the secrets in it.
 *
 * @param bucket the bucket of the state
 * @param bucketKey the key that encrypts the bucket
 * @param secretsKey the key that encrypts the secrets in the state
 */
public record StatePlan(BucketPlan bucket, KeyPlan bucketKey, KeyPlan secretsKey) {

  private static final int A_QUARTER = 90;
  private static final int A_MONTH = 30;

  /**
   * The state of a stack.
   *
   * @param backend what its names are
   * @param users the roles that read and write it, and nobody else
   * @param logs the bucket of access logs
   */
  public static StatePlan of(Place place, StateBackend backend, List<String> users, String logs) {
    List<Statement> policy = new ArrayList<>(BucketStatements.closed(place, backend.bucket()));
    policy.add(
        Statement.deny(
                "RefuseWhoIsNotOfThePipeline", "s3:DeleteObject*", "s3:GetObject*", "s3:PutObject*")
            .by("AWS", "*")
            .on(place.bucketArn(backend.bucket()) + "/*")
            .when("ArnNotEquals", "aws:PrincipalArn", users));
    return new StatePlan(
        new BucketPlan(
            backend.bucket(),
            new PolicyDocument(policy),
            Optional.empty(),
            A_QUARTER,
            Optional.of(A_MONTH),
            Optional.of(new AccessLogs(logs, "state/"))),
        new KeyPlan(
            bucketKeyAlias(place),
            "State of " + place.stack(),
            PolicyDocument.of(
                KeyStatements.administration(place),
                KeyStatements.useBy(place, "UseByThePipeline", users))),
        new KeyPlan(
            backend.keyAlias(),
            "Secrets in the state of " + place.stack(),
            PolicyDocument.of(
                KeyStatements.administration(place),
                KeyStatements.useBy(place, "UseByThePipeline", users))));
  }

  private static String bucketKeyAlias(Place place) {
    return "alias/" + place.named("state");
  }

  /** What whoever works with the state must be allowed. */
  public static List<Statement> work(Place place, StateBackend backend) {
    String bucket = place.bucketArn(backend.bucket());
    return List.of(
        Statement.allow("ListTheState", "s3:GetBucketLocation", "s3:ListBucket").on(bucket),
        Statement.allow("WriteTheState", "s3:DeleteObject", "s3:GetObject", "s3:PutObject")
            .on(bucket + "/*"),
        Statement.allow(
                "EncryptTheState",
                "kms:Decrypt",
                "kms:DescribeKey",
                "kms:Encrypt",
                "kms:GenerateDataKey")
            // A key's ARN holds an id that AWS makes up; the alias is the name.
            .on(place.arn("kms", "key/*"))
            .when(
                "ForAnyValue:StringEquals",
                "kms:ResourceAliases",
                bucketKeyAlias(place),
                backend.keyAlias()));
  }
}
