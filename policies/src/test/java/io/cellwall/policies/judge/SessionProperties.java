package io.cellwall.policies.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.policies.graph.GraphJson;
import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.Value;
import io.cellwall.regions.finding.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whether nodes are judged as they arrive or all at the end, the findings are the same. */
class SessionProperties {

  private static final Path WALLS =
      Path.of(System.getProperty("cellwall.root", ".."), "policies/src/test/resources/walls");

  private static final List<ResourceGraph> GRAPHS = graphs();

  /** Rules that look into another resource, and so see what is wrong only once that is there. */
  private static final Set<String> LOOKS_INTO_OTHERS = Set.of("TooWideManagedPolicy");

  private final Judge judge = Judge.of(TestFleet.inventory());

  @Provide
  Arbitrary<ResourceGraph> stacks() {
    return Arbitraries.of(GRAPHS);
  }

  /** What may be written into any property: foreign, the stack's own, declared or not, unknown. */
  @Provide
  Arbitrary<Value> values() {
    Arbitrary<Value> texts =
        Arbitraries.of(
                "arn:aws:iam::111111111102:role/other",
                "arn:aws:s3:::nobody-knows-this",
                "arn:aws:s3:::chosen-by-the-program/a/b",
                "arn:aws:s3:::eu-west-1-cell-02-logs",
                "arn:aws:s3:::eu-west-1-cell-01-logs",
                "arn:aws:sqs:us-west-2:111111111101:far",
                "arn:aws:sqs:eu-west-1:111111111101:near",
                "arn:aws:sqs:eu-west-1:111111111101:eu-west-1-cell-02-in",
                "chosen-by-the-program.s3.eu-west-1.amazonaws.com",
                "eu-west-1-cell-02.eu.cells.example.com",
                "x.eu-west-1.elb.amazonaws.com",
                "vpc-0fffffffffffffff1",
                "0123abcd-0000-1111-2222-012345678901",
                "10.17.0.0/16",
                "us-west-2",
                "999999999999",
                "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\"}]}",
                "{\"a\":1,\"a\":2}",
                "harmless")
            .map(Value.Text::new);
    return Arbitraries.oneOf(
        texts, texts.map(Value.Secret::new), Arbitraries.just(new Value.Unknown()));
  }

  // The edge cases of these choices are a few graphs only.
  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void should_find_the_same_when_everything_is_told(
      @ForAll("stacks") ResourceGraph stack,
      @ForAll("values") Value value,
      @ForAll("values") Value more,
      @ForAll long seed) {
    // GIVEN a stack in which two resources hold something more
    Random random = new Random(seed);
    ResourceGraph graph = mutated(mutated(stack, value, random), more, random);
    List<Finding> whole = judge.judge(graph);
    // WHEN its nodes arrive in some order
    Session session = judge.open(graph.stack(), new Telling.Everything());
    List<Finding> arrived = new ArrayList<>();
    List<Finding> deferred = new ArrayList<>();
    for (Node node : Arrivals.inSomeOrder(graph, random)) {
      Arrival arrival = session.arrive(node);
      arrived.addAll(arrival.findings());
      deferred.addAll(arrival.deferred());
    }
    // THEN what was found stands, what was not could not be, and nothing else comes
    assertThat(whole).containsAll(arrived);
    assertThat(deferred)
        .containsAll(
            whole.stream()
                .filter(finding -> !arrived.contains(finding))
                .filter(finding -> !LOOKS_INTO_OTHERS.contains(finding.rule()))
                .toList());
    assertThat(session.complete()).isEqualTo(whole);
  }

  // The edge cases of these choices are a few graphs only.
  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void should_find_the_same_when_inputs_are_told_first(
      @ForAll("stacks") ResourceGraph stack, @ForAll("values") Value value, @ForAll long seed) {
    // GIVEN
    Random random = new Random(seed);
    ResourceGraph graph = mutated(stack, value, random);
    List<Finding> whole = judge.judge(graph);
    // WHEN nodes arrive without ids, outputs and dependencies
    Session session = judge.open(graph.stack(), new Telling.InputsInPreview());
    List<Finding> arrived = new ArrayList<>();
    Arrivals.inSomeOrder(graph, random)
        .forEach(node -> arrived.addAll(session.arrive(Arrivals.inputsOf(node)).findings()));
    // THEN
    assertThat(whole).containsAll(arrived);
    assertThat(session.complete(graph)).isEqualTo(whole);
  }

  private static ResourceGraph mutated(ResourceGraph graph, Value value, Random random) {
    if (graph.nodes().isEmpty()) {
      return graph;
    }
    List<Node> nodes = new ArrayList<>(graph.nodes());
    int at = random.nextInt(nodes.size());
    String property = List.of("policy", "bucket", "targetArn", "tags").get(random.nextInt(4));
    nodes.set(at, Arrivals.with(nodes.get(at), property, value));
    return new ResourceGraph(graph.stack(), nodes);
  }

  private static List<ResourceGraph> graphs() {
    try (Stream<Path> files = Files.walk(WALLS)) {
      List<ResourceGraph> graphs = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".graph.json")).sorted().toList()) {
        GraphJson.read(Files.readString(file)).forEach(graph -> graphs.add(withBucket(graph)));
      }
      assertThat(graphs).hasSizeGreaterThan(100);
      return graphs;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // A resource whose name the program chooses, so that others may use it before it is declared.
  private static ResourceGraph withBucket(ResourceGraph graph) {
    List<Node> nodes = new ArrayList<>(graph.nodes());
    nodes.add(
        new Node(
            "urn:pulumi:" + graph.stack() + "::cellwall::aws:s3/bucketV2:BucketV2::chosen",
            Node.Kind.RESOURCE,
            "aws:s3/bucketV2:BucketV2",
            "chosen",
            Optional.of("chosen-by-the-program"),
            Value.Fields.of(Map.of("bucket", new Value.Text("chosen-by-the-program"))),
            Value.Fields.of(Map.of("arn", new Value.Text("arn:aws:s3:::chosen-by-the-program"))),
            Optional.empty(),
            Optional.empty(),
            new TreeSet<>(),
            new TreeMap<>(),
            Node.Options.none()));
    return new ResourceGraph(graph.stack(), nodes);
  }
}
