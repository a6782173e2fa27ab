package io.cellwall.tests.mutants;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.judge.Judge;
import io.cellwall.policies.judge.Session;
import io.cellwall.policies.judge.Telling;
import io.cellwall.regions.finding.Finding;
import io.cellwall.rehearsal.cloud.Inputs;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A mutant in a stack that has nothing but it, its provider and something harmless that comes
 * before: what an engine builds in a moment.
 *
 * @param mutant the mistake
 * @param nodes the provider, the harmless resource, then the mistake
 */
record SmallStack(Mutant mutant, List<Node> nodes) {

  static final String HARMLESS = "harmless";

  private static final String PROVIDER = "pulumi:providers:aws";

  /** The small stack, if the mistake is one by itself and can be declared at once. */
  static Optional<SmallStack> of(Mutant mutant, BaseStacks stacks) {
    if (!mutant.before().isEmpty()
        || mutant.resource().alter()
        || !mutant.resource().kind().equals("resource")
        || !mutant.resource().derives().isEmpty()
        || !mutant.resource().provider().isEmpty()) {
      return Optional.empty();
    }
    Scene scene = new Scene(stacks, mutant.stack());
    Node mistake = scene.node(scene.apply(mutant.resource())).orElseThrow();
    if (mistake.options().importId().isPresent() || mistake.options().retainOnDelete()) {
      return Optional.empty();
    }
    Node ofStack = mistake.provider().flatMap(scene::node).orElseThrow();
    String stack = mutant.stack();
    Node provider =
        node(stack, Node.Kind.PROVIDER, PROVIDER, "aws", ofStack.inputs(), Optional.empty());
    Node harmless =
        node(
            stack,
            Node.Kind.RESOURCE,
            "aws:cloudwatch/logGroup:LogGroup",
            HARMLESS,
            Value.Fields.of(Map.of("retentionInDays", new Value.Numeric(BigDecimal.TEN))),
            Optional.of(provider.urn()));
    List<Node> nodes = new ArrayList<>(List.of(provider, harmless));
    nodes.add(
        new Node(
            mistake.urn(),
            mistake.kind(),
            mistake.type(),
            mistake.name(),
            Optional.empty(),
            mistake.inputs(),
            Value.Fields.none(),
            Optional.of(provider.urn()),
            Optional.empty(),
            new TreeSet<>(),
            new TreeMap<>(),
            mistake.options()));
    return Inputs.missing(mistake.type(), mistake.inputs()).isEmpty()
        ? Optional.of(new SmallStack(mutant, nodes))
        : Optional.empty();
  }

  /** What the offline judge finds of the whole stack. */
  List<Finding> findings(Judge judge) {
    return blocking(judge.judge(new ResourceGraph(mutant.stack(), nodes)));
  }

  /** What it finds of each resource when it arrives, before it is made. */
  List<Finding> onArrival(Judge judge) {
    Session session = judge.open(mutant.stack(), new Telling.InputsInDeployment());
    return blocking(
        nodes.stream().flatMap(node -> session.arrive(node).findings().stream()).toList());
  }

  private static List<Finding> blocking(List<Finding> findings) {
    return findings.stream().filter(Finding::blocks).toList();
  }

  private static Node node(
      String stack,
      Node.Kind kind,
      String type,
      String name,
      Value.Fields inputs,
      Optional<String> provider) {
    return new Node(
        "urn:pulumi:%s::cellwall::%s::%s".formatted(stack, type, name),
        kind,
        type,
        name,
        Optional.empty(),
        inputs,
        Value.Fields.none(),
        provider,
        Optional.empty(),
        new TreeSet<>(),
        new TreeMap<>(),
        Node.Options.none());
  }
}
