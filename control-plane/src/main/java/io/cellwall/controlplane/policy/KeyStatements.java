package io.cellwall.controlplane.policy;

import io.cellwall.controlplane.place.Place;
import java.util.List;

/**
 * Statements of key policies; the resource {@code *} in each is the key itself.
 *
 * <p>The account administers a key; use has to be granted by the account's policies to a role, and
 * then holds through the named services alone.
 */
public final class KeyStatements {

  /** Why a policy that names no key is not too wide. */
  public static final String WHY_ANY_KEY =
      "AWS makes up the id in a key's ARN; the condition on the aliases says which keys";

  private static final String[] ADMINISTRATION = {
    "kms:CancelKeyDeletion",
    "kms:CreateAlias",
    "kms:DeleteAlias",
    "kms:DescribeKey",
    "kms:DisableKey",
    "kms:EnableKey*",
    "kms:GetKey*",
    "kms:List*",
    "kms:PutKeyPolicy",
    "kms:RevokeGrant",
    "kms:ScheduleKeyDeletion",
    "kms:TagResource",
    "kms:UntagResource",
    "kms:Update*"
  };

  private static final String[] USE = {
    "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"
  };

  private KeyStatements() {}

  /** The account administers the key; this alone lets nobody encrypt or decrypt. */
  public static Statement administration(Place place) {
    return account(place, "AdministerFromTheAccount", ADMINISTRATION);
  }

  /** These roles use the key, as far as their own policies let them. */
  public static Statement useBy(Place place, String sid, List<String> roles) {
    return account(place, sid, USE).when("ArnEquals", "aws:PrincipalArn", roles);
  }

  /** CloudWatch Logs encrypts these log groups with the key. */
  public static Statement useByLogs(Place place, String logGroups) {
    return Statement.allow("EncryptLogGroups", USE)
        .by("Service", "logs." + place.region() + "." + place.dnsSuffix())
        .on("*")
        .when("ArnLike", "kms:EncryptionContext:aws:logs:arn", logGroups);
  }

  /** A service of AWS, working for this account, publishes to the topic. */
  public static Statement publish(Place place, String sid, String service, String topic) {
    return Statement.allow(sid, "kms:Decrypt", "kms:GenerateDataKey*")
        .by("Service", service)
        .on("*")
        .when("StringEquals", "aws:SourceAccount", place.account())
        .when("StringEquals", "kms:EncryptionContext:aws:sns:topicArn", topic);
  }

  /** CloudTrail encrypts the records of the trail. */
  public static Statement trail(String trail) {
    return Statement.allow("EncryptTheTrail", "kms:DescribeKey", "kms:GenerateDataKey*")
        .by("Service", "cloudtrail.amazonaws.com")
        .on("*")
        .when("StringEquals", "aws:SourceArn", trail);
  }

  private static Statement account(Place place, String sid, String... actions) {
    return Statement.allow(sid, actions)
        .by("AWS", place.root())
        .on("*")
        .when("StringEquals", "kms:CallerAccount", place.account());
  }
}
