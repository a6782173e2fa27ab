package io.cellwall.policies.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.Value;
import io.cellwall.regions.finding.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SessionTest {

  private static final String CELL = "eu-west-1-cell-01";
  private static final Telling PREVIEW = new Telling.InputsInPreview();
  private static final Telling DEPLOYMENT = new Telling.InputsInDeployment();
  private static final Telling EVERYTHING = new Telling.Everything();

  private final Judge judge = Judge.of(TestFleet.inventory());

  @Test
  void should_block_what_says_whose_it_is_before_it_is_made() {
    for (Telling telling : List.of(EVERYTHING, PREVIEW, DEPLOYMENT)) {
      // GIVEN
      Session session = open(telling);
      // WHEN a role of another cell arrives, and another cell's bucket
      Arrival role = session.arrive(holding("targetArn", "arn:aws:iam::111111111102:role/x"));
      Arrival bucket = session.arrive(node("b", "bucket", "arn:aws:s3:::eu-west-1-cell-02-logs"));
      // THEN
      assertThat(role.findings())
          .extracting(Finding::message)
          .containsExactly(
              "targetArn holds the ARN arn:aws:iam::111111111102:role/x, which belongs to cell"
                  + " eu-west-1-cell-02 of zone eu; it must name only what eu-west-1-cell-01 itself"
                  + " declares");
      assertThat(bucket.findings()).hasSize(1);
      assertThat(bucket.deferred()).isEmpty();
      assertThat(session.complete()).hasSize(2);
    }
  }

  @Test
  void should_wait_for_a_name_that_the_program_may_still_choose() {
    // GIVEN
    Session session = open(EVERYTHING);
    // WHEN a bucket's name is used before the bucket is declared
    Arrival arrival = session.arrive(holding("targetArn", "arn:aws:s3:::chosen/key"));
    // THEN it waits, and the end decides
    assertThat(arrival.findings()).isEmpty();
    assertThat(arrival.deferred()).extracting(Finding::rule).containsExactly("ForeignReference");
    assertThat(session.complete()).isEqualTo(arrival.deferred());
    session.arrive(bucket("arn:aws:s3:::chosen"));
    assertThat(open(EVERYTHING).complete()).isEmpty();
    assertThat(
            judge.judge(
                new ResourceGraph(
                    CELL,
                    List.of(
                        provider(),
                        holding("targetArn", "arn:aws:s3:::chosen/key"),
                        bucket("arn:aws:s3:::chosen")))))
        .isEmpty();
  }

  @Test
  void should_block_an_id_at_once_only_where_ids_are_told() {
    Node route = holding("vpcId", "vpc-0bbbbbbbbbbbbbbb2");

    assertThat(open(EVERYTHING).arrive(route).findings()).hasSize(1);
    assertThat(open(PREVIEW).arrive(route).findings()).isEmpty();
    assertThat(open(PREVIEW).arrive(route).deferred()).hasSize(1);
    assertThat(open(DEPLOYMENT).arrive(route).deferred()).hasSize(1);
  }

  @Test
  void should_block_a_host_that_no_resource_can_have_before_it_is_made() {
    for (Telling telling : List.of(EVERYTHING, PREVIEW, DEPLOYMENT)) {
      // GIVEN a topic that sends to a host of nobody's
      Node hook =
          node(
              "urn:hook",
              Node.Kind.RESOURCE,
              "aws:sns/topicSubscription:TopicSubscription",
              Value.Fields.of(
                  Map.of(
                      "protocol",
                      new Value.Text("https"),
                      "endpoint",
                      new Value.Text("https://hooks.vendor.test/x"))),
              Value.Fields.none());
      // WHEN
      Arrival arrival = open(telling).arrive(hook);
      // THEN
      assertThat(arrival.findings()).extracting(Finding::rule).contains("OutsideSubscription");
    }
  }

  @Test
  void should_wait_for_the_dependencies_of_an_unknown_value_in_a_preview_and_not_in_a_deployment() {
    // GIVEN
    Node unknown = Arrivals.with(holding("x", "y"), "vpcId", new Value.Unknown());
    // WHEN
    Arrival told = open(EVERYTHING).arrive(unknown);
    Arrival preview = open(PREVIEW).arrive(unknown);
    Arrival deployment = open(DEPLOYMENT).arrive(unknown);
    // THEN
    assertThat(preview.findings()).isEmpty();
    assertThat(preview.deferred()).isEqualTo(told.findings());
    assertThat(deployment).isEqualTo(told);
    assertThat(told.findings())
        .extracting(Finding::message)
        .containsExactly(
            "vpcId is not known yet, and nothing says what it derives from; the proof by dependency"
                + " is missing, and so is the value at deployment");
  }

  @Test
  void should_discharge_an_unknown_value_at_the_end_of_a_preview() {
    // GIVEN
    Node unknown = Arrivals.with(holding("x", "y"), "vpcId", new Value.Unknown());
    Node bucket = bucket("arn:aws:s3:::chosen");
    Session session = open(PREVIEW);
    session.arrive(bucket);
    session.arrive(unknown);
    // THEN
    assertThat(session.complete(graph(bucket, unknown))).hasSize(1);
    assertThat(open(PREVIEW).complete(graph(bucket, derivingFrom(unknown, "vpcId", bucket.urn()))))
        .isEmpty();
  }

  @Test
  void should_say_at_once_that_a_stack_is_unknown() {
    // GIVEN
    Session session = judge.open("nowhere", PREVIEW);
    // WHEN
    Arrival arrival = session.arrive(provider());
    // THEN
    assertThat(arrival.findings())
        .extracting(Finding::message)
        .containsExactly(
            "the inventory has no stack \"nowhere\"; a stack must be a cell or an edge of it");
    assertThat(session.complete()).isEqualTo(arrival.findings());
  }

  @Test
  void should_refuse_a_second_node_of_the_same_urn() {
    Session session = open(PREVIEW);

    assertThatThrownBy(() -> session.arrive(provider()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two nodes of eu-west-1-cell-01 have the URN urn:p");
  }

  private Session open(Telling telling) {
    Session session = judge.open(CELL, telling);
    assertThat(session.arrive(provider())).isEqualTo(new Arrival(List.of(), List.of()));
    return session;
  }

  private static ResourceGraph graph(Node... more) {
    List<Node> nodes = new java.util.ArrayList<>(List.of(more));
    nodes.add(provider());
    return new ResourceGraph(CELL, nodes);
  }

  private static Node provider() {
    return node(
        "urn:p",
        Node.Kind.PROVIDER,
        "pulumi:providers:aws",
        Value.Fields.of(
            Map.of(
                "region", new Value.Text("eu-west-1"),
                "allowedAccountIds", new Value.Items(List.of(new Value.Text("111111111101"))))),
        Value.Fields.none());
  }

  private static Node bucket(String arn) {
    return node(
        "urn:bucket",
        Node.Kind.RESOURCE,
        "aws:s3/bucketObject:Untagged",
        Value.Fields.none(),
        Value.Fields.of(Map.of("arn", new Value.Text(arn))));
  }

  private static Node holding(String property, String text) {
    return node("x", property, text);
  }

  private static Node node(String name, String property, String text) {
    return node(
        "urn:" + name,
        Node.Kind.RESOURCE,
        "aws:ec2/route:Route",
        Value.Fields.of(Map.of(property, new Value.Text(text))),
        Value.Fields.none());
  }

  private static Node node(
      String urn, Node.Kind kind, String type, Value.Fields inputs, Value.Fields outputs) {
    return new Node(
        urn,
        kind,
        type,
        "n",
        Optional.empty(),
        inputs,
        outputs,
        kind == Node.Kind.RESOURCE ? Optional.of("urn:p") : Optional.empty(),
        Optional.empty(),
        new TreeSet<>(),
        new TreeMap<>(),
        Node.Options.none());
  }

  private static Node derivingFrom(Node node, String property, String urn) {
    TreeMap<String, SortedSet<String>> sources = new TreeMap<>();
    sources.put(property, new TreeSet<>(List.of(urn)));
    return new Node(
        node.urn(),
        node.kind(),
        node.type(),
        node.name(),
        node.id(),
        node.inputs(),
        node.outputs(),
        node.provider(),
        node.parent(),
        new TreeSet<>(List.of(urn)),
        sources,
        node.options());
  }
}
