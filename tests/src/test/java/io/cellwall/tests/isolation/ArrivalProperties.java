package io.cellwall.tests.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.fleet.program.StackProgram;
import io.cellwall.fleet.program.Stacks;
import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.judge.Judge;
import io.cellwall.policies.judge.Session;
import io.cellwall.policies.judge.Telling;
import io.cellwall.policies.pulumi.StackCapture;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.model.Inventory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The real stacks, broken at random and shown node by node: the same is found as in the whole. */
class ArrivalProperties {

  private static final Inventory INVENTORY = ExampleFleet.read();
  private static final Judge JUDGE = Judge.of(INVENTORY);
  private static final List<ResourceGraph> STACKS =
      List.of(
          capture("eu-west-1-cell-01"),
          capture("edge-eu-west-1"),
          capture("edge-eu"),
          capture("global-edge"));

  @Provide
  Arbitrary<ResourceGraph> stacks() {
    return Arbitraries.of(STACKS);
  }

  @Provide
  Arbitrary<Value> values() {
    return Arbitraries.of(
        new Value.Text("arn:aws:iam::596608884442:role/other"),
        new Value.Text("arn:aws:s3:::nobody-knows-this/key"),
        new Value.Text("arn:aws:s3:::eu-west-1-cell-02-logs"),
        new Value.Text("sg-0fffffffffffffff1"),
        new Value.Text("eu-west-1-cell-02.eu.cells.acme.example"),
        new Value.Text("10.17.0.0/16"),
        new Value.Text("us-west-2"),
        new Value.Secret(new Value.Text("999999999999")),
        new Value.Text("{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\"}]}"),
        new Value.Unknown());
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void should_find_the_same_node_by_node_as_in_the_whole(
      @ForAll("stacks") ResourceGraph stack,
      @ForAll("values") Value value,
      @ForAll("values") Value more,
      @ForAll long seed) {
    // GIVEN
    Random random = new Random(seed);
    ResourceGraph graph = broken(broken(stack, value, random), more, random);
    List<Finding> whole = JUDGE.judge(graph);
    List<Node> order = inSomeOrder(graph, random);
    for (Telling telling : List.of(new Telling.Everything(), new Telling.InputsInPreview())) {
      // WHEN
      Session session = JUDGE.open(graph.stack(), telling);
      List<Finding> arrived = new ArrayList<>();
      for (Node node : order) {
        Node shown = telling.unknownsWait() ? inputsOf(node) : node;
        arrived.addAll(session.arrive(shown).findings());
      }
      // THEN what was found on arrival stands, and the end adds the rest
      assertThat(whole).containsAll(arrived);
      assertThat(session.complete(graph)).isEqualTo(whole);
    }
  }

  private static ResourceGraph broken(ResourceGraph graph, Value value, Random random) {
    List<Node> nodes = new ArrayList<>(graph.nodes());
    int at = random.nextInt(nodes.size());
    Node node = nodes.get(at);
    List<String> properties = new ArrayList<>(node.inputs().values().keySet());
    properties.add("policy");
    Map<String, Value> inputs = new TreeMap<>(node.inputs().values());
    inputs.put(properties.get(random.nextInt(properties.size())), value);
    nodes.set(at, with(node, inputs));
    return new ResourceGraph(graph.stack(), nodes);
  }

  private static Node with(Node node, Map<String, Value> inputs) {
    return new Node(
        node.urn(),
        node.kind(),
        node.type(),
        node.name(),
        node.id(),
        Value.Fields.of(inputs),
        node.outputs(),
        node.provider(),
        node.parent(),
        node.dependencies(),
        node.propertyDependencies(),
        node.options());
  }

  // What an engine shows before it makes the resource.
  private static Node inputsOf(Node node) {
    return new Node(
        node.urn(),
        node.kind(),
        node.type(),
        node.name(),
        node.kind() == Node.Kind.READ ? node.id() : Optional.empty(),
        node.inputs(),
        Value.Fields.none(),
        node.provider(),
        node.parent(),
        new TreeSet<>(),
        new TreeMap<>(),
        node.options());
  }

  private static List<Node> inSomeOrder(ResourceGraph graph, Random random) {
    List<Node> shuffled = new ArrayList<>(graph.nodes());
    Collections.shuffle(shuffled, random);
    Map<String, Node> order = new LinkedHashMap<>();
    shuffled.forEach(node -> place(node, graph, new LinkedHashSet<>(), order));
    return List.copyOf(order.values());
  }

  private static void place(
      Node node, ResourceGraph graph, Set<String> underway, Map<String, Node> order) {
    if (order.containsKey(node.urn()) || !underway.add(node.urn())) {
      return;
    }
    Set<String> before = new TreeSet<>(node.dependencies());
    node.propertyDependencies().values().forEach(before::addAll);
    node.provider().ifPresent(before::add);
    node.parent().ifPresent(before::add);
    if (node.kind() == Node.Kind.INVOKE) {
      // Of a call, nobody is told what its inputs derive from; they exist before it all the same.
      node.inputs()
          .walk(
              "",
              false,
              (path, text, secret) ->
                  graph.named(text).stream().map(Node::urn).forEach(before::add));
    }
    before.forEach(urn -> graph.find(urn).ifPresent(each -> place(each, graph, underway, order)));
    order.put(node.urn(), node);
  }

  private static ResourceGraph capture(String name) {
    StackProgram stack = Stacks.find(INVENTORY, name).orElseThrow();
    return StackCapture.capture("cellwall", name, stack::declare);
  }
}
