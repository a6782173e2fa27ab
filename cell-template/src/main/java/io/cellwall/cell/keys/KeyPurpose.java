package io.cellwall.cell.keys;

import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Place;
import io.cellwall.wiring.key.KeyPlan;
import io.cellwall.wiring.key.KeyStatements;
import io.cellwall.wiring.policy.PolicyDocument;

/**
 * What a key of the cell is for. One key for each purpose, so that whoever may read one kind of
 * data cannot read another. To add a purpose, add a constant with its policy.
 */
public enum KeyPurpose {
  /** Log groups of the cell. */
  LOGS("logs", "Log groups of ") {
    @Override
    PolicyDocument policy(Place place) {
      return PolicyDocument.of(
          KeyStatements.administration(place),
          KeyStatements.useThrough(place, "logs"),
          KeyStatements.useByLogs(place, logGroupsOf(place), logGroupOfCluster(place)));
    }
  },
  /** What tenants store, and what runs for them: volumes, images, objects. */
  DATA("data", "Data of ") {
    @Override
    PolicyDocument policy(Place place) {
      return PolicyDocument.of(
              KeyStatements.administration(place),
              KeyStatements.useThrough(place, "ecr", "s3"),
              KeyStatements.grantsFor(place, "ecr"))
          .with(KeyStatements.volumes(place));
    }
  },
  /** Secrets of the Kubernetes cluster, before they are written down. */
  SECRETS("secrets", "Cluster secrets of ") {
    @Override
    PolicyDocument policy(Place place) {
      return PolicyDocument.of(
          KeyStatements.administration(place),
          KeyStatements.grantsFor(place, "eks"),
          KeyStatements.useByRole(place, place.iamArn("role/" + place.named("cluster"))));
    }
  };

  private final String part;
  private final String description;

  KeyPurpose(String part, String description) {
    this.part = part;
    this.description = description;
  }

  abstract PolicyDocument policy(Place place);

  KeyPlan plan(Place place) {
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

  private static Arn logGroupsOf(Place place) {
    return place.arn("logs", "log-group:/cellwall/" + place.name() + "/*");
  }
}
