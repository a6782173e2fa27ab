package io.cellwall.policies.rules.secret;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.policies.rules.Settings;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.List;

/** A key whose material can be, or is, in more than one region. */
public final class MultiRegionKey implements Rule {

  private static final Settings SETTINGS =
      Settings.none()
          .wrong("aws:kms/key:Key", "multiRegion", "be false", "true")
          .wrong("aws:kms/externalKey:ExternalKey", "multiRegion", "be false", "true");

  @Override
  public String explanation() {
    return "What a zone encrypts stays in the zone only as long as its key does; a"
        + " multi-region key can be replicated to any region by one call.";
  }

  @Override
  public String fix() {
    return "make a key for each region, and encrypt anew what is copied";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html#multi-region-concepts"),
        URI.create("https://eur-lex.europa.eu/eli/reg/2016/679/oj"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    return SETTINGS.judge(this, node);
  }
}
