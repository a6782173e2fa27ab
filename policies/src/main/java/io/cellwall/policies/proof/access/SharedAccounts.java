package io.cellwall.policies.proof.access;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.proof.inventory.FleetAccounts;
import io.cellwall.policies.proof.inventory.FleetAccounts.Holder;
import io.cellwall.policies.proof.rule.Aspect;
import io.cellwall.policies.proof.rule.Objection;
import io.cellwall.policies.proof.rule.ProofRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Stacks of one account, as the cells of a standby pair are. There a role's own policies are enough
 * to act on what the other stack has, so the resources' side proves nothing of the two.
 */
final class SharedAccounts {

  private static final String STACK = "pulumi:pulumi:Stack";

  private final FleetAccounts accounts;

  SharedAccounts(FleetAccounts accounts) {
    this.accounts = accounts;
  }

  /** What is not proven: every ordered pair of stacks that have one account. */
  List<Objection> find(Collection<ResourceGraph> graphs) {
    List<Objection> found = new ArrayList<>();
    for (ResourceGraph graph : graphs) {
      Optional<String> account = accounts.accountOf(graph.stack());
      for (Holder other : account.map(accounts::holders).orElse(List.of())) {
        if (!other.stack().equals(graph.stack())) {
          found.add(objection(graph, other));
        }
      }
    }
    return found;
  }

  private Objection objection(ResourceGraph graph, Holder other) {
    String urn =
        graph.of(Node.Kind.COMPONENT).stream()
            .filter(node -> node.type().equals(STACK))
            .map(Node::urn)
            .findFirst()
            .orElse(graph.stack());
    return new Objection(
        Aspect.ACCESS,
        Optional.of(other.stack()),
        graph.stack(),
        (accounts.isPair(graph.stack(), other.stack())
                ? ProofRule.SHARED_ACCOUNT
                : ProofRule.PROOF_UNDECIDED)
            .finding(
                urn,
                "account",
                "has one account with %s, where the policies of roles decide alone; they are not compared, so that it is not decided what those of %s may do here"
                    .formatted(other.stack(), other.stack()),
                List.of(other.stack()),
                false));
  }
}
