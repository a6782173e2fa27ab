package io.cellwall.wiring.key;

import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Place;
import io.cellwall.wiring.policy.Principal;
import io.cellwall.wiring.policy.Statement;
import java.util.List;
import java.util.stream.Stream;

/**
 * Statements of key policies. In each, {@code *} as resource is the key itself.
 *
 * <p>The account's root stands for whom the account's own IAM policies admit. It gets no {@code
 * kms:*}: it administers the key, and uses it only through the services named.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html">Key
 *     policies</a>
 */
public final class KeyStatements {

  private static final String[] ADMINISTRATION = {
    "kms:CancelKeyDeletion",
    "kms:CreateAlias",
    "kms:DeleteAlias",
    "kms:DescribeKey",
    "kms:DisableKey",
    "kms:EnableKey",
    "kms:EnableKeyRotation",
    "kms:GetKeyPolicy",
    "kms:GetKeyRotationStatus",
    "kms:ListGrants",
    "kms:ListKeyPolicies",
    "kms:ListKeyRotations",
    "kms:ListResourceTags",
    "kms:PutKeyPolicy",
    "kms:RevokeGrant",
    "kms:RotateKeyOnDemand",
    "kms:ScheduleKeyDeletion",
    "kms:TagResource",
    "kms:UntagResource",
    "kms:UpdateAlias",
    "kms:UpdateKeyDescription"
  };

  private static final String[] USE = {
    "kms:Decrypt",
    "kms:DescribeKey",
    "kms:Encrypt",
    "kms:GenerateDataKey*",
    "kms:ReEncryptFrom",
    "kms:ReEncryptTo"
  };

  private KeyStatements() {}

  /** The account administers the key; this alone lets nobody encrypt, decrypt or grant. */
  public static Statement administration(Place place) {
    return ofAccount("AdministerFromTheAccount", place).actions(ADMINISTRATION);
  }

  /** Principals of the account use the key through these services of the region, and only so. */
  public static Statement useThrough(Place place, String... services) {
    return ofAccount("UseThroughServices", place)
        .actions(USE)
        .when("StringEquals", "kms:ViaService", endpoints(place, services));
  }

  /**
   * Principals of the account encrypt, and no more, if they say for which place.
   *
   * @param context the key of the encryption context that names the place
   */
  public static Statement encryptFor(Place place, String context) {
    return ofAccount("EncryptForThisPlace", place)
        .actions("kms:Encrypt")
        .when("StringEquals", "kms:EncryptionContext:" + context, place.name());
  }

  /**
   * The same services may be granted the key for resources of theirs, to work in the background.
   */
  public static Statement grantsFor(Place place, String... services) {
    return ofAccount("GrantToServices", place)
        .actions("kms:CreateGrant")
        .when("StringEquals", "kms:ViaService", endpoints(place, services))
        .when("Bool", "kms:GrantIsForAWSResource", "true");
  }

  /**
   * CloudWatch Logs encrypts these log groups, and no others, with the key.
   *
   * <p>The log group's ARN in the encryption context names account and region. AWS documents no
   * {@code aws:SourceAccount} for this call, so a condition on it could never hold.
   *
   * @param logGroups ARN patterns of the log groups
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html">Encrypt
   *     log data</a>
   */
  public static Statement useByLogs(Place place, Arn... logGroups) {
    return Statement.allow("EncryptLogGroups")
        .by(Principal.service(place.servicePrincipal("logs")))
        .actions(USE)
        .onEverything()
        .when(
            "ArnLike",
            "kms:EncryptionContext:aws:logs:arn",
            Stream.of(logGroups).map(Arn::toString).toList());
  }

  /**
   * A service of AWS publishes to this encrypted topic.
   *
   * <p>The topic's ARN in the encryption context, which SNS always sends, names account and region.
   *
   * @param sid letters and digits
   * @param service the service principal
   * @param topic ARN of the topic
   * @see <a
   *     href="https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services">Encrypted
   *     topics and services</a>
   */
  public static Statement publish(String sid, String service, Arn topic) {
    return Statement.allow(sid)
        .by(Principal.service(service))
        .actions("kms:Decrypt", "kms:GenerateDataKey*")
        .onEverything()
        .when("StringEquals", "kms:EncryptionContext:aws:sns:topicArn", topic.toString());
  }

  /**
   * CloudTrail encrypts the records of this trail. Whoever may read them decrypts them through S3.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html">Keys
   *     for CloudTrail</a>
   */
  public static Statement trail(Arn trail) {
    return Statement.allow("EncryptTheTrail")
        .by(Principal.service("cloudtrail.amazonaws.com"))
        .actions("kms:DescribeKey", "kms:GenerateDataKey*")
        .onEverything()
        .when("StringEquals", "aws:SourceArn", trail.toString());
  }

  /** A role of the account uses the key itself, as far as its own policy lets it. */
  public static Statement useByRole(Place place, Arn role) {
    return ofAccount("UseByRole", place)
        .actions(USE)
        .when("ArnEquals", "aws:PrincipalArn", role.toString());
  }

  /**
   * Everybody in the account has volumes encrypted through EBS, and so only volumes that they may
   * make or attach. It admits without a policy of the principal's own, as EBS's own key does: the
   * roles by which EC2 Auto Scaling and EKS start nodes have no permission for keys.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html">Keys
   *     for encrypted volumes</a>
   */
  public static List<Statement> volumes(Place place) {
    return List.of(
        throughEbs("EncryptVolumes", place).actions(USE),
        throughEbs("GrantForVolumes", place)
            .actions("kms:CreateGrant")
            .when("Bool", "kms:GrantIsForAWSResource", "true"));
  }

  private static Statement throughEbs(String sid, Place place) {
    return Statement.allow(sid)
        .by(Principal.anyone())
        .onEverything()
        .when("StringEquals", "kms:CallerAccount", place.account().value())
        .when("StringEquals", "kms:ViaService", endpoints(place, "ec2"));
  }

  private static Statement ofAccount(String sid, Place place) {
    return Statement.allow(sid)
        .by(Principal.aws(place.accountRoot()))
        .onEverything()
        .when("StringEquals", "kms:CallerAccount", place.account().value());
  }

  private static List<String> endpoints(Place place, String... services) {
    return Stream.of(services).flatMap(service -> place.viaService(service).stream()).toList();
  }
}
