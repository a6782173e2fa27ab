package io.cellwall.policies.rules.data;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.policies.rules.Settings;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.List;

/**
 * Engines or accounts beyond the stack may read the lake, or what is shared is read without its
 * permissions.
 */
public final class ExternalDataAccess implements Rule {

  private static final Settings SETTINGS =
      Settings.none()
          .wrong(
              "aws:lakeformation/dataLakeSettings:DataLakeSettings",
              "allowExternalDataFiltering",
              "be false",
              "true")
          .wrong(
              "aws:lakeformation/dataLakeSettings:DataLakeSettings",
              "allowFullTableExternalDataAccess",
              "be false",
              "true")
          .wrong(
              "aws:redshift/dataShareAuthorization:DataShareAuthorization",
              "allowWrites",
              "be false",
              "true");

  @Override
  public String explanation() {
    return "Lake Formation then gives temporary credentials to engines that it does not"
        + " know, which filter by themselves, or not at all.";
  }

  @Override
  public String fix() {
    return "leave external access off and name who may read in permissions";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/lake-formation/latest/dg/application-integration-prerequisites.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    return SETTINGS.judge(this, node);
  }
}
