package io.cellwall.cell.audit;

import io.cellwall.cell.keys.KeyPurpose;
import io.cellwall.cell.role.RolePlan;
import io.cellwall.cell.role.Trust;
import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Place;
import io.cellwall.wiring.bucket.PrivateBucketPlan;
import io.cellwall.wiring.policy.PolicyDocument;
import io.cellwall.wiring.policy.Principal;
import io.cellwall.wiring.policy.Statement;

/**
 * The trail of the cell's account in its region, and the rule that tells of each use of the role
 * for emergencies. EventBridge hears of calls only where a trail is.
 *
 * @param trail the trail's name
 * @param bucket where its records lie
 * @param rule the rule's name
 * @param pattern the events, as EventBridge takes it
 * @param topic ARN of the cell's topic of alerts
 * @param teller the role by which EventBridge publishes there: a topic's own policy cannot tell one
 *     rule from another
 * @see <a
 *     href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html">Bucket
 *     policy for CloudTrail</a>
 */
public record AuditPlan(
    String trail,
    PrivateBucketPlan bucket,
    String rule,
    String pattern,
    Arn topic,
    RolePlan teller) {

  private static final int A_YEAR = 365;

  /** What the key for logs must admit: the trail of the cell at this place. */
  public static Arn trailOf(Place place) {
    return place.arn("cloudtrail", "trail/" + place.named("audit"));
  }

  /**
   * The trail of a cell.
   *
   * @param breakGlass the role whose use is told
   * @param topic where
   */
  public static AuditPlan of(Place place, Arn breakGlass, Arn topic, Arn boundary) {
    String rule = place.named("break-glass-used");
    return new AuditPlan(
        place.named("audit"),
        bucket(place),
        rule,
        BreakGlassEvents.pattern(place, breakGlass),
        topic,
        RolePlan.of(
            place,
            "break-glass-teller",
            "Tells who watches the cell that somebody breaks the glass",
            boundary,
            Trust.service(place, "events.amazonaws.com", place.arn("events", "rule/" + rule)),
            PolicyDocument.of(
                Statement.allow("Tell").actions("sns:Publish").on(topic),
                Statement.allow("EncryptWhatIsTold")
                    .actions("kms:Decrypt", "kms:GenerateDataKey")
                    .on(place.arn("kms", "key/*"))
                    .when(
                        "ForAnyValue:StringEquals",
                        "kms:ResourceAliases",
                        KeyPurpose.LOGS.alias(place))
                    .when("StringEquals", "kms:ViaService", place.viaService("sns")))));
  }

  private static PrivateBucketPlan bucket(Place place) {
    // Names of buckets are shared by all accounts of a partition.
    String bucket = place.named("audit-" + place.account());
    String trail = trailOf(place).toString();
    return PrivateBucketPlan.of(place.region(), bucket)
        .admitting(
            Statement.allow("CheckBeforeTheTrail")
                .by(Principal.service("cloudtrail.amazonaws.com"))
                .actions("s3:GetBucketAcl")
                .on(Arn.ofBucket(place.region(), bucket))
                .when("StringEquals", "aws:SourceArn", trail))
        .admitting(
            Statement.allow("WriteTheTrail")
                .by(Principal.service("cloudtrail.amazonaws.com"))
                .actions("s3:PutObject")
                .on(Arn.ofBucket(place.region(), bucket + "/AWSLogs/" + place.account() + "/*"))
                .when("StringEquals", "aws:SourceArn", trail)
                .when("StringEquals", "s3:x-amz-acl", "bucket-owner-full-control"))
        .keepingRecordsFor(A_YEAR);
  }
}
