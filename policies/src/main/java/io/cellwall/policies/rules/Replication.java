package io.cellwall.policies.rules;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.ownership.Home;
import io.cellwall.policies.ownership.Owner;
import io.cellwall.policies.ownership.Reference;
import io.cellwall.policies.ownership.Reference.Kind;
import io.cellwall.regions.model.StackName;
import java.util.Set;

/**
 * The replication between two cells that the inventory declares: one stands by for the other, in
 * another region of their zone.
 */
final class Replication {

  /** What may replicate: the databases, and nothing else. */
  private static final Set<String> TYPES =
      Set.of("aws:rds/cluster:Cluster", "aws:rds/globalCluster:GlobalCluster");

  private static final Set<Kind> KINDS = Set.of(Kind.ARN, Kind.NAME);

  private Replication() {}

  static boolean isDeclared(Home home, Node node, Reference reference) {
    return home.stack() instanceof StackName.OfCell self
        && reference.owner() instanceof Owner.OtherCell other
        && other.sameZone()
        && !other.retired()
        && TYPES.contains(node.type())
        && KINDS.contains(reference.kind())
        && home.pairs().stream()
            .anyMatch(pair -> pair.replicates() && pair.joins(self.cell(), other.cell()));
  }
}
