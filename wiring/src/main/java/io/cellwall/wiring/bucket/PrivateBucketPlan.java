package io.cellwall.wiring.bucket;

import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.Region;
import io.cellwall.wiring.Arn;
import io.cellwall.wiring.policy.PolicyDocument;
import io.cellwall.wiring.policy.Principal;
import io.cellwall.wiring.policy.Statement;
import java.util.Optional;

/**
 * A bucket that nobody reaches without TLS 1.2 or later, and nobody whom its policy or its account
 * does not admit.
 *
 * @param name name of its resources, and its {@code Name} tag
 * @param bucket the bucket's name, unique in its partition of AWS
 * @param region decides the partition of its ARN
 * @param policy whom it admits
 * @param contents what becomes of it when its stack goes
 * @param expiryDays after how many days objects go; empty where they stay
 * @param formerVersionDays after how many days goes what was written over or deleted
 * @param announced whether EventBridge is told of what happens in it
 */
public record PrivateBucketPlan(
    String name,
    String bucket,
    Region region,
    PolicyDocument policy,
    BucketContents contents,
    Optional<Integer> expiryDays,
    int formerVersionDays,
    boolean announced) {

  private static final int A_QUARTER = 90;

  /** A bucket of data that so far admits only what its own account's roles may do. */
  public static PrivateBucketPlan of(Region region, String bucket) {
    return of(region, bucket, bucket);
  }

  /** The same, whose resources have a name of their own. */
  public static PrivateBucketPlan of(Region region, String name, String bucket) {
    Arn itself = Arn.ofBucket(region, bucket);
    Arn objects = Arn.objectsOf(region, bucket);
    return new PrivateBucketPlan(
        name,
        bucket,
        region,
        PolicyDocument.of(
            Statement.deny("RefusePlainHttp")
                .by(Principal.anyone())
                .actions("s3:*")
                .on(itself, objects)
                .when("Bool", "aws:SecureTransport", "false"),
            Statement.deny("RefuseOldTls")
                .by(Principal.anyone())
                .actions("s3:*")
                .on(itself, objects)
                .when("NumericLessThan", "s3:TlsVersion", "1.2")),
        BucketContents.DATA,
        Optional.empty(),
        A_QUARTER,
        false);
  }

  /** The same, which also admits whom the statement says. */
  public PrivateBucketPlan admitting(Statement statement) {
    return new PrivateBucketPlan(
        name,
        bucket,
        region,
        policy.with(statement),
        contents,
        expiryDays,
        formerVersionDays,
        announced);
  }

  /** The same, which refuses principals of other accounts, whatever their own policies say. */
  public PrivateBucketPlan refusingOthersThan(AccountId account) {
    return admitting(
        Statement.deny("RefuseOtherAccounts")
            .by(Principal.anyone())
            .actions("s3:*")
            .on(arn(), objects())
            .when("StringNotEquals", "aws:PrincipalAccount", account.value()));
  }

  /** The same for records: they go after some days, the bucket does not. */
  public PrivateBucketPlan keepingRecordsFor(int days) {
    return new PrivateBucketPlan(
        name,
        bucket,
        region,
        policy,
        BucketContents.EVIDENCE,
        Optional.of(days),
        formerVersionDays,
        announced);
  }

  /** The same for what can be made again. */
  public PrivateBucketPlan holdingCopies() {
    return new PrivateBucketPlan(
        name,
        bucket,
        region,
        policy,
        BucketContents.COPIES,
        expiryDays,
        formerVersionDays,
        announced);
  }

  /** The same, of which EventBridge is told. */
  public PrivateBucketPlan announcing() {
    return new PrivateBucketPlan(
        name, bucket, region, policy, contents, expiryDays, formerVersionDays, true);
  }

  /** The bucket's ARN. */
  public Arn arn() {
    return Arn.ofBucket(region, bucket);
  }

  /** The ARN of all its objects. */
  public Arn objects() {
    return Arn.objectsOf(region, bucket);
  }
}
