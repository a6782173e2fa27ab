package io.cellwall.tests.mutants;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.judge.Judge;
import io.cellwall.policies.judge.Session;
import io.cellwall.policies.judge.Telling;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import io.cellwall.rehearsal.cloud.Inputs;
import java.math.BigDecimal;
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
  static final String MISTAKE = "mutant";

  private static final String PROVIDER = "pulumi:providers:aws";

  /** The small stack, if the mistake is one by itself and can be declared at once. */
  static Optional<SmallStack> of(Mutant mutant, BaseStacks stacks) {
    if (!mutant.before().isEmpty()
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
    Node provider = node(stack, PROVIDER, "aws", ofStack.inputs(), "", Node.Options.none());
    Node harmless =
        node(
            stack,
            "aws:cloudwatch/logGroup:LogGroup",
            HARMLESS,
            Value.Fields.of(Map.of("retentionInDays", new Value.Numeric(BigDecimal.TEN))),
            provider.urn(),
            Node.Options.none());
    Node alone =
        node(stack, mistake.type(), MISTAKE, mistake.inputs(), provider.urn(), mistake.options());
    List<Node> nodes = List.of(provider, harmless, alone);
    return Inputs.missing(mistake.type(), mistake.inputs()).isEmpty()
        ? Optional.of(new SmallStack(mutant, nodes))
        : Optional.empty();
  }

  /** What the offline judge finds of the whole stack. */
  List<Finding> findings(Judge judge) {
    return judge.judge(new ResourceGraph(mutant.stack(), nodes)).stream()
        .filter(Finding::blocks)
        .toList();
  }

  /** What crosses for certain, by what has arrived, before the resource is made. */
  List<Finding> onArrival(Judge judge) {
    Session session = judge.open(mutant.stack(), new Telling.InputsInDeployment());
    return nodes.stream()
        .flatMap(node -> session.arrive(node).findings().stream())
        .filter(finding -> finding.severity() == Severity.VIOLATION)
        .toList();
  }

  private static Node node(
      String stack,
      String type,
      String name,
      Value.Fields inputs,
      String provider,
      Node.Options options) {
    return new Node(
        "urn:pulumi:%s::cellwall::%s::%s".formatted(stack, type, name),
        provider.isEmpty() ? Node.Kind.PROVIDER : Node.Kind.RESOURCE,
        type,
        name,
        Optional.empty(),
        inputs,
        Value.Fields.none(),
        Optional.of(provider).filter(urn -> !urn.isEmpty()),
        Optional.empty(),
        new TreeSet<>(),
        new TreeMap<>(),
        options);
  }
}
