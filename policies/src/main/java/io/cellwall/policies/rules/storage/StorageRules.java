package io.cellwall.policies.rules.storage;

import io.cellwall.policies.rules.Rule;
import java.util.List;

/** The rules of this family, from the most to the least specific. */
public final class StorageRules {

  private StorageRules() {}

  /** The rules, in order. */
  public static List<Rule> rules() {
    return List.of(
        new OpenAccessList(),
        new PublicAccessUnblocked(),
        new AccessPointWithoutVpc(),
        new MultiRegionAccessPoint(),
        new TransferAcceleration(),
        new SharedWithEverybody(),
        new PublicRegistry(),
        new UndeclaredBucket());
  }
}
