package io.cellwall.policies.graph.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class GraphChangeTest {

  @Test
  void should_show_what_differs_inside_a_policy_by_its_path() {
    // GIVEN a policy of which one action changes, and before it a new statement
    String before =
        "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":\"*\"}]}";
    String after =
        "{\"Statement\":[{\"Effect\":\"Deny\",\"Action\":\"s3:*\",\"Resource\":\"*\"},"
            + "{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":\"*\"}]}";

    // THEN the statement that stayed is not shown
    assertThat(changes(Map.of("policy", text(before)), Map.of("policy", text(after))))
        .containsExactly(
            new PropertyDifference(
                "policy.Statement[0]",
                Optional.empty(),
                Optional.of("{Action: \"s3:*\", Effect: \"Deny\", Resource: \"*\"}")));
  }

  @Test
  void should_show_each_property_that_comes_goes_or_changes() {
    assertThat(
            changes(
                Map.of("a", text("1"), "b", text("x"), "tags", fields(Map.of("k.1", text("v")))),
                Map.of("b", text("y"), "c", new Value.Unknown(), "tags", fields(Map.of()))))
        .containsExactly(
            new PropertyDifference("a", Optional.of("1"), Optional.empty()),
            new PropertyDifference("b", Optional.of("x"), Optional.of("y")),
            new PropertyDifference("c", Optional.empty(), Optional.of("(known when deployed)")),
            new PropertyDifference("tags[\"k.1\"]", Optional.of("v"), Optional.empty()));
  }

  @Test
  void should_show_of_long_texts_the_place_where_they_begin_to_differ() {
    String same = "x".repeat(500);

    assertThat(changes(Map.of("a", text(same + "1")), Map.of("a", text(same + "2"))))
        .containsExactly(
            new PropertyDifference(
                "a",
                Optional.of("…" + "x".repeat(60) + "1"),
                Optional.of("…" + "x".repeat(60) + "2")));
  }

  @Test
  void should_mark_a_secret_that_changes_and_one_that_cannot_be_compared() {
    Value known = new Value.Secret(text("h4sh-1"));
    Value other = new Value.Secret(text("h4sh-2"));
    Value masked = new Value.Secret(new Value.Unknown());

    assertThat(changes(Map.of("a", known, "b", masked), Map.of("a", other, "b", known)))
        .containsExactly(
            new PropertyDifference("a", Optional.of("(secret)"), Optional.of("(another secret)")),
            new PropertyDifference(
                "b",
                Optional.of("(secret)"),
                Optional.of("(secret; whether it changed is not known)")));
  }

  @Test
  void should_follow_an_alias_to_the_former_name() {
    // GIVEN a resource that is renamed and says so
    Node before = node("urn:old", "old", Map.of("a", text("1")), Node.Options.none());
    Node after =
        node(
            "urn:new",
            "new",
            Map.of("a", text("1")),
            new Node.Options(false, false, Optional.empty(), List.of(), List.of("urn:old")));

    // WHEN
    GraphChange change = GraphChange.between(graph(before), graph(after));

    // THEN it stays
    assertThat(change.created()).isEmpty();
    assertThat(change.deleted()).isEmpty();
    assertThat(change.changed()).hasSize(1);
    assertThat(change.changed().get(0).inputs()).isEmpty();
    assertThat(change.applyTo(graph(before))).isEqualTo(graph(after));
  }

  @Test
  void should_refuse_a_graph_that_it_was_not_made_of() {
    Node one = node("urn:a", "a", Map.of("a", text("1")), Node.Options.none());
    GraphChange gone = GraphChange.between(graph(one), graph());

    assertThatThrownBy(() -> gone.applyTo(graph()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the change is of another graph: urn:a");
  }

  private static List<PropertyDifference> changes(
      Map<String, Value> before, Map<String, Value> after) {
    GraphChange change =
        GraphChange.between(
            graph(node("urn:a", "a", before, Node.Options.none())),
            graph(node("urn:a", "a", after, Node.Options.none())));
    assertThat(change.changed()).hasSize(1);
    return change.changed().get(0).inputs();
  }

  private static ResourceGraph graph(Node... nodes) {
    return new ResourceGraph("stack", List.of(nodes));
  }

  private static Node node(
      String urn, String name, Map<String, Value> inputs, Node.Options options) {
    return new Node(
        urn,
        Node.Kind.RESOURCE,
        "aws:s3/bucket:Bucket",
        name,
        Optional.empty(),
        Value.Fields.of(inputs),
        Value.Fields.none(),
        Optional.empty(),
        Optional.empty(),
        new TreeSet<>(),
        new TreeMap<>(),
        options);
  }

  private static Value text(String text) {
    return new Value.Text(text);
  }

  private static Value fields(Map<String, Value> values) {
    return Value.Fields.of(values);
  }
}
