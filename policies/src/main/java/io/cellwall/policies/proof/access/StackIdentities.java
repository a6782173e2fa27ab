package io.cellwall.policies.proof.access;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.iam.access.Resource;
import io.cellwall.policies.iam.escalation.Identity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The roles of one stack, and everything that it has, for proofs that ask of one of them. */
public final class StackIdentities {

  private final ResourceGraph graph;

  /** What a stack declares, its control plane with it. */
  public StackIdentities(ResourceGraph graph) {
    this.graph = graph;
  }

  /** The role of this name, with all that it may do and what bounds it. */
  public Optional<Identity> role(String name) {
    return new IdentityReader(graph)
        .identities().stream()
            .filter(identity -> identity.id().endsWith(":role/" + name))
            .findFirst();
  }

  /**
   * What the stack has whose ARN is known: those with policies of their own, then the rest. What has
   * no ARN offline is asked about by the accounts of the roles.
   */
  public List<Resource> resources() {
    List<Resource> all = new ArrayList<>();
    GovernedReader.read(graph).forEach(each -> all.add(each.resource()));
    Set<Object> known = new HashSet<>();
    all.forEach(each -> known.addAll(each.arns()));
    Arns arns = new Arns(graph);
    for (Node node : graph.of(Node.Kind.RESOURCE)) {
      node.outputs()
          .text("arn")
          .map(
              arn ->
                  new Resource(
                      arns.of(node),
                      arns.account(node),
                      arns.region(node),
                      List.of(),
                      List.of(),
                      List.of(),
                      io.cellwall.policies.iam.condition.Facts.NONE))
          .filter(each -> each.arns().stream().noneMatch(known::contains))
          .ifPresent(all::add);
    }
    return all;
  }

  /** The resources of these types that have an ARN. */
  public Stream<Node> withArn() {
    return graph.of(Node.Kind.RESOURCE).stream()
        .filter(node -> node.outputs().text("arn").isPresent());
  }
}
