package io.cellwall.policies.rules.data;

import io.cellwall.policies.rules.Rule;
import java.util.List;

/** The rules of this family, from the most to the least specific. */
public final class DataRules {

  private DataRules() {}

  /** The rules, in order. */
  public static List<Rule> rules() {
    return List.of(
        new PublicEndpoint(),
        new DomainWithoutVpc(),
        new GlobalDatabase(),
        new WriteForwarding(),
        new CrossAccountBackup(),
        new ExternalDataAccess());
  }
}
