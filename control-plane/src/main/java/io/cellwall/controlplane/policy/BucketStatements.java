package io.cellwall.controlplane.policy;

import io.cellwall.controlplane.place.Place;
import java.util.List;

/** What the policy of every bucket of a control plane says. */
public final class BucketStatements {

  private BucketStatements() {}

  /** Refuses plain HTTP, old TLS and other accounts, whatever else the policy says. */
  public static List<Statement> closed(Place place, String bucket) {
    return List.of(
        refuse("RefusePlainHttp", place, bucket).when("Bool", "aws:SecureTransport", "false"),
        refuse("RefuseOldTls", place, bucket).when("NumericLessThan", "s3:TlsVersion", "1.2"),
        // Services of AWS have no account of their own; what they may do, the policy says
        // elsewhere.
        refuse("RefuseOtherAccounts", place, bucket)
            .when("StringNotEquals", "aws:PrincipalAccount", place.account())
            .when("Bool", "aws:PrincipalIsAWSService", "false"));
  }

  private static Statement refuse(String sid, Place place, String bucket) {
    String arn = place.bucketArn(bucket);
    return Statement.deny(sid, "s3:*").by("AWS", "*").on(arn, arn + "/*");
  }
}
