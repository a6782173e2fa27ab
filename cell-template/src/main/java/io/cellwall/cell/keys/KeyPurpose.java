package io.cellwall.cell.keys;

import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Place;
import io.cellwall.wiring.firewall.FirewallPlan;
import io.cellwall.wiring.key.KeyPlan;
import io.cellwall.wiring.key.KeyStatements;
import io.cellwall.wiring.policy.PolicyDocument;

/**
 * What a key of the cell is for. One key for each purpose, so that whoever may read one kind of
 * data cannot read another. To add a purpose, add a constant with its policy.
 */
public enum KeyPurpose {
  /** What the cell says of itself: log groups, metrics, alerts. */
  LOGS("logs", "Logs, metrics and alerts of ") {
    @Override
    PolicyDocument policy(Place place) {
      Arn alerts = place.arn("sns", place.named("alerts"));
      return PolicyDocument.of(
          KeyStatements.administration(place),
          KeyStatements.useThrough(place, "aps", "logs", "s3", "sns"),
          KeyStatements.grantsFor(place, "aps"),
          KeyStatements.useByLogs(
              place,
              logGroupsOf(place),
              logGroupOfCluster(place),
              logGroupsOfDatabase(place),
              place.arn("logs", "log-group:" + FirewallPlan.logGroupOf(place))),
          KeyStatements.trail(place.arn("cloudtrail", "trail/" + place.named("audit"))),
          KeyStatements.publish("PublishAlarms", "cloudwatch.amazonaws.com", alerts),
          KeyStatements.publish("PublishAlerts", "aps.amazonaws.com", alerts));
    }
  },
  /** What tenants store, and what runs for them: databases, queues, volumes, images, objects. */
  DATA("data", "Data of ") {
    @Override
    PolicyDocument policy(Place place) {
      return PolicyDocument.of(
              KeyStatements.administration(place),
              KeyStatements.useThrough(place, "ecr", "elasticache", "rds", "s3", "sqs"),
              KeyStatements.grantsFor(place, "ecr", "elasticache", "rds"))
          .with(KeyStatements.volumes(place));
    }
  },
  /** Secrets: the Kubernetes cluster's, before they are written down, and the database's. */
  SECRETS("secrets", "Secrets of ") {
    @Override
    PolicyDocument policy(Place place) {
      return PolicyDocument.of(
          KeyStatements.administration(place),
          KeyStatements.useThrough(place, "rds", "secretsmanager"),
          KeyStatements.grantsFor(place, "eks", "rds", "secretsmanager"),
          KeyStatements.useByRole(place, place.iamArn("role/" + place.named("cluster"))),
          KeyStatements.encryptFor(place, CONTEXT));
    }
  },
  /** Backups: not of the key that opens what they are backups of. */
  BACKUPS("backups", "Backups of ") {
    @Override
    PolicyDocument policy(Place place) {
      return PolicyDocument.of(
          KeyStatements.administration(place),
          KeyStatements.useThrough(place, "backup", "rds"),
          KeyStatements.grantsFor(place, "backup", "rds"));
    }
  };

  /** What whoever encrypts with the key for secrets says, so that it is known for whom. */
  public static final String CONTEXT = "cell";

  private final String part;
  private final String description;

  KeyPurpose(String part, String description) {
    this.part = part;
    this.description = description;
  }

  abstract PolicyDocument policy(Place place);

  /** The cell's key for this purpose at a place: its own, or another region's for copies. */
  public KeyPlan plan(Place place) {
    return KeyPlan.of(place.named(part), description + place.name(), policy(place));
  }

  /** The key's alias: {@code alias/eu-west-1-cell-03-data}. */
  public String alias(Place place) {
    return plan(place).alias();
  }

  // EKS fixes this name: https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html
  private static Arn logGroupOfCluster(Place place) {
    return place.arn("logs", "log-group:/aws/eks/" + place.name() + "/cluster");
  }

  // RDS fixes these names.
  private static Arn logGroupsOfDatabase(Place place) {
    return place.arn("logs", "log-group:/aws/rds/cluster/" + place.named("database") + "/*");
  }

  private static Arn logGroupsOf(Place place) {
    return place.arn("logs", "log-group:/cellwall/" + place.name() + "/*");
  }
}
