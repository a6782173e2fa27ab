package io.cellwall.policies.rules.data;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.policies.rules.Settings;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.List;

/** A secondary of a global database forwards writes to another region. */
public final class WriteForwarding implements Rule {

  private static final Settings SETTINGS =
      Settings.none()
          .wrong("aws:rds/cluster:Cluster", "enableGlobalWriteForwarding", "be false", "true");

  @Override
  public String explanation() {
    return "A forwarded write leaves the region in which it was made, and with it the"
        + " tenant's data.";
  }

  @Override
  public String fix() {
    return "write in the region of the primary; leave write forwarding off";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-write-forwarding.html"),
        URI.create("https://eur-lex.europa.eu/eli/reg/2016/679/oj"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    return SETTINGS.judge(this, node);
  }
}
