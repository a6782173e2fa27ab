package io.cellwall.fleet.change.danger;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.iam.document.PolicyKind;
import io.cellwall.policies.iam.document.Statement;
import io.cellwall.policies.rules.statement.HeldPolicy;
import io.cellwall.policies.rules.statement.PolicyFinder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The statements of a stack's policies by whom or what they are attached to: all policies of one
 * role together, so that a statement may move from one to another.
 *
 * @param byHolder the statements
 */
record PolicyStatements(Map<Holder, Held> byHolder) {

  /**
   * Whom or what policies are attached to.
   *
   * @param name the name of the resource in the program
   * @param what {@code role}, or the property that holds the document
   */
  record Holder(String name, String what) implements Comparable<Holder> {
    @Override
    public int compareTo(Holder other) {
      int byName = name.compareTo(other.name);
      return byName != 0 ? byName : what.compareTo(other.what);
    }
  }

  /**
   * What they hold.
   *
   * @param urn the resource
   * @param secret whether something of it must not be shown
   * @param unreadable what could not be read
   */
  record Held(String urn, boolean secret, List<Statement> statements, List<String> unreadable) {}

  static PolicyStatements of(ResourceGraph graph) {
    Map<Holder, Held> found = new TreeMap<>();
    for (Node node : graph.of(Node.Kind.RESOURCE)) {
      for (HeldPolicy policy : PolicyFinder.of(node)) {
        if (policy.kind() != PolicyKind.SERVICE_CONTROL) {
          add(found, graph, node, policy);
        }
      }
    }
    return new PolicyStatements(found);
  }

  private static void add(
      Map<Holder, Held> found, ResourceGraph graph, Node node, HeldPolicy policy) {
    Node of = policy.isIdentity() ? identity(graph, node) : node;
    Holder holder =
        new Holder(
            of.name(),
            policy.isIdentity() && of != node || policy.property().startsWith("inlinePolicies")
                ? "role"
                : policy.property());
    Held held =
        found.computeIfAbsent(
            holder,
            key -> new Held(of.urn(), policy.secret(), new ArrayList<>(), new ArrayList<>()));
    policy.statements().forEach(each -> held.statements().add(each.statement()));
    policy.problems().forEach(each -> held.unreadable().add(each.toString()));
  }

  // The role or user that a policy document belongs to, where the stack declares it.
  private static Node identity(ResourceGraph graph, Node node) {
    return List.of("role", "user", "group").stream()
        .map(key -> node.inputs().text(key))
        .flatMap(Optional::stream)
        .flatMap(name -> graph.named(name).stream())
        .findFirst()
        .orElse(node);
  }
}
