package io.cellwall.policies.graph.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.policies.graph.Graphs;
import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class GraphChangeProperties {

  /** A graph as it was and as it becomes. */
  record Two(ResourceGraph before, ResourceGraph after) {}

  @Provide
  Arbitrary<Two> two() {
    Arbitrary<ResourceGraph> graphs = Graphs.graphs(true);
    return Combinators.combine(
            graphs, graphs, Arbitraries.integers().between(0, 3).list().ofSize(4))
        .as((before, other, picks) -> new Two(before, mixed(before, other, picks)));
  }

  @Provide
  Arbitrary<Value> values() {
    return Graphs.values(true);
  }

  @Provide
  Arbitrary<List<Value>> lists() {
    return Arbitraries.of("a", "b", "c").<Value>map(Value.Text::new).list().ofMaxSize(8);
  }

  // Of each node: kept, gone, with the inputs of another one, or with all but its URN of another.
  private static ResourceGraph mixed(ResourceGraph one, ResourceGraph two, List<Integer> picks) {
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < one.nodes().size(); i++) {
      Node node = one.nodes().get(i);
      Node other = two.nodes().isEmpty() ? node : two.nodes().get(i % two.nodes().size());
      switch (picks.get(i)) {
        case 0 -> nodes.add(node);
        case 1 -> nodes.add(with(node, node, other.inputs()));
        case 2 -> nodes.add(with(node, other, other.inputs()));
        default -> {}
      }
    }
    two.nodes().stream()
        .filter(node -> nodes.stream().noneMatch(each -> each.urn().equals(node.urn())))
        .forEach(nodes::add);
    return new ResourceGraph(one.stack(), nodes);
  }

  private static Node with(Node urn, Node rest, Value.Fields inputs) {
    return new Node(
        urn.urn(),
        rest.kind(),
        rest.type(),
        rest.name(),
        rest.id(),
        inputs,
        rest.outputs(),
        rest.provider(),
        rest.parent(),
        rest.dependencies(),
        rest.propertyDependencies(),
        rest.options());
  }

  @Property(tries = 300)
  void should_make_the_graph_as_it_becomes_of_the_graph_as_it_was(@ForAll("two") Two two) {
    assertThat(GraphChange.between(two.before(), two.after()).applyTo(two.before()))
        .isEqualTo(two.after());
  }

  @Property(tries = 100)
  void should_be_empty_exactly_where_the_graphs_are_equal(@ForAll("two") Two two) {
    assertThat(GraphChange.between(two.before(), two.before()).isEmpty()).isTrue();
    assertThat(GraphChange.between(two.before(), two.after()).isEmpty())
        .isEqualTo(two.before().equals(two.after()));
  }

  @Property(tries = 300)
  void should_make_one_list_of_the_other(
      @ForAll("lists") List<Value> before, @ForAll("lists") List<Value> after) {
    // GIVEN
    Optional<Value> from = Optional.of(new Value.Items(before));
    Optional<Value> to = Optional.of(new Value.Items(after));
    // THEN
    assertThat(ValueDifference.between(from, to).map(change -> change.applyTo(from)).orElse(from))
        .isEqualTo(to);
  }

  @Property(tries = 30)
  void should_never_show_a_secret(@ForAll("values") Value one, @ForAll("values") Value other) {
    // GIVEN
    Value secret = new Value.Secret(new Value.Items(List.of(one, new Value.Text("h4sh-h4sh"))));
    Value held = new Value.Fields(new java.util.TreeMap<>(Map.of("k", secret)));
    // WHEN it comes, goes, changes, or stands inside something that does
    List<Optional<Value>> all =
        List.of(
            Optional.empty(),
            Optional.of(one),
            Optional.of(other),
            Optional.of(secret),
            Optional.of(held),
            Optional.of(new Value.Items(List.of(other, held))),
            Optional.of(new Value.Secret(new Value.Text("h4sh-h4sh"))));
    // THEN
    for (Optional<Value> before : all) {
      for (Optional<Value> after : all) {
        ValueDifference.between(before, after)
            .ifPresent(
                change ->
                    assertThat(PropertyDifference.of(change).toString()).doesNotContain("h4sh"));
      }
    }
  }
}
