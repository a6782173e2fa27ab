package io.cellwall.policies.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class GraphJsonProperties {

  @Provide
  Arbitrary<ResourceGraph> open() {
    return Graphs.graphs(false);
  }

  @Provide
  Arbitrary<ResourceGraph> any() {
    return Graphs.graphs(true);
  }

  @Provide
  Arbitrary<Value> values() {
    return Graphs.values(true);
  }

  @Property(tries = 300)
  void should_read_back_the_graph_that_was_written(@ForAll("open") ResourceGraph graph) {
    assertThat(GraphJson.read(GraphJson.write(List.of(graph)))).containsExactly(graph);
  }

  @Property(tries = 100)
  void should_write_what_was_read_the_same_again(@ForAll("any") ResourceGraph graph) {
    // GIVEN
    String written = GraphJson.write(List.of(graph, graph));
    // THEN secrets aside, nothing is lost; and a second time, nothing at all
    assertThat(GraphJson.write(GraphJson.read(written))).isEqualTo(written);
  }

  @Property(tries = 100)
  void should_never_write_a_secret(@ForAll("values") Value around) {
    // GIVEN
    Value secret = new Value.Secret(new Value.Items(List.of(around, new Value.Text("h4sh-h4sh"))));
    Node node =
        new Node(
            "urn",
            Node.Kind.RESOURCE,
            "type",
            "name",
            Optional.empty(),
            Value.Fields.of(Map.of("a", around, "b", secret)),
            Value.Fields.of(Map.of("c", new Value.Items(List.of(secret)))),
            Optional.empty(),
            Optional.empty(),
            new TreeSet<>(),
            new TreeMap<>(),
            Node.Options.none());
    ResourceGraph graph = new ResourceGraph("stack", List.of(node));
    // THEN
    assertThat(GraphJson.write(List.of(graph))).doesNotContain("h4sh-h4sh");
    assertThat(graph.toString()).doesNotContain("h4sh-h4sh");
  }
}
