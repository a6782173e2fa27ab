package io.cellwall.policies.rules.secret;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** A key that is the replica of another region's. */
public final class ReplicatedKey implements Rule {

  private static final Set<String> TYPES =
      Set.of("aws:kms/replicaKey:ReplicaKey", "aws:kms/replicaExternalKey:ReplicaExternalKey");

  @Override
  public String explanation() {
    return "Whoever may use the one may use the other: key material has left the region of"
        + " what it encrypts.";
  }

  @Override
  public String fix() {
    return "make a key of its own";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-replicate.html"),
        URI.create("https://eur-lex.europa.eu/eli/reg/2016/679/oj"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    return node.kind() == Node.Kind.RESOURCE && TYPES.contains(node.type())
        ? List.of(
            Crossing.of(this, node)
                .violation(
                    "type",
                    "it is a "
                        + node.type()
                        + ", the same key as another region has; it must be a key of its own"))
        : List.of();
  }
}
