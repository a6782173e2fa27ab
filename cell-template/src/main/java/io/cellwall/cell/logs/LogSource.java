package io.cellwall.cell.logs;

import io.cellwall.wiring.Place;
import io.cellwall.wiring.firewall.FirewallPlan;

/**
 * Who writes logs. To add a source, add a constant: its log group is there before it writes, since
 * a group that AWS makes by itself has no key and is kept for ever.
 *
 * <p>Flow logs and the control plane's logs are made with what writes them.
 */
public enum LogSource {
  /** PostgreSQL's own log. RDS fixes the group's name. */
  DATABASE("database-postgresql", 90) {
    @Override
    String group(Place place) {
      return ofDatabase(place, "postgresql");
    }
  },
  /** Sign-ins by IAM that the database refused: evidence. RDS fixes the group's name. */
  DATABASE_SIGN_INS("database-sign-ins", 365) {
    @Override
    String group(Place place) {
      return ofDatabase(place, "iam-db-auth-error");
    }
  },
  /** The cache's engine. */
  CACHE("cache-engine", 90),
  /** Commands of the cache that took long. */
  CACHE_SLOW("cache-slow", 30),
  /** The ruler and the alert manager of the metrics workspace: rules and alerts that failed. */
  METRICS("metrics", 90),
  /** Requests that the firewall blocked, without what signs a client in: evidence. */
  FIREWALL("firewall", 365) {
    @Override
    String group(Place place) {
      return FirewallPlan.logGroupOf(place);
    }
  },
  /** What workloads print. */
  WORKLOADS("workloads", 30);

  private final String named;
  private final int retentionDays;

  // Days that CloudWatch Logs takes:
  // https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
  LogSource(String named, int retentionDays) {
    this.named = named;
    this.retentionDays = retentionDays;
  }

  String group(Place place) {
    return "/cellwall/" + place.name() + "/" + named;
  }

  LogGroupPlan plan(Place place) {
    String group = group(place);
    return new LogGroupPlan(
        this,
        place.named(named + "-logs"),
        group,
        place.arn("logs", "log-group:" + group),
        retentionDays);
  }

  // https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.CloudWatch.html
  private static String ofDatabase(Place place, String export) {
    return "/aws/rds/cluster/" + place.named("database") + "/" + export;
  }
}
