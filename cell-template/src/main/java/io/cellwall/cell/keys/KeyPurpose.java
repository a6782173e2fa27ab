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
          KeyStatements.useByLogs(place, logGroupsOf(place)));
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

  private static Arn logGroupsOf(Place place) {
    return place.arn("logs", "log-group:/cellwall/" + place.name() + "/*");
  }
}
