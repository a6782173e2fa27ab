package io.cellwall.policies.rules.data;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.policies.rules.Settings;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.List;

/** Backups may be copied to other accounts of the organization. */
public final class CrossAccountBackup implements Rule {

  private static final Settings SETTINGS =
      Settings.none()
          .wrong(
              "aws:backup/globalSettings:GlobalSettings",
              "globalSettings.isCrossAccountBackupEnabled",
              "be false",
              "true");

  @Override
  public String explanation() {
    return "A copy of all that a cell holds is the cell in another place; with cross-account"
        + " backup on any vault of the organization may take it.";
  }

  @Override
  public String fix() {
    return "leave isCrossAccountBackupEnabled off";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/aws-backup/latest/devguide/manage-cross-account.html"),
        URI.create(
            "https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_protect_data_rest_access_control.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    return SETTINGS.judge(this, node);
  }
}
