package io.cellwall.policies.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cellwall.policies.graph.GraphJson;
import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.UnreadableGraphException;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.pack.Pack;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.policies.state.StackState;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever is put into a stack or a rule, the judgement ends, and what was not decided blocks. */
@Timeout(120)
class HostileInputTest {

  private static final String CELL = "eu-west-1-cell-01";

  private final Judge judge = Judge.of(TestFleet.inventory());

  @Test
  void should_not_decide_a_document_that_is_nested_too_deep() {
    assertThat(messages(judge, text("policy", "[".repeat(100_000))))
        .containsExactly(
            "UNDECIDED UnreadableText policy is JSON nested too deep, or with too long a number; it"
                + " must have at most 100 levels to be read");
  }

  @Test
  void should_not_decide_a_policy_of_ten_megabytes() {
    // GIVEN a policy that hides its principal behind ten million characters
    String padding = "x".repeat(10_000_000);
    String policy =
        "{\"Statement\":[{\"Sid\":\"%s\",\"Effect\":\"Allow\",\"Principal\":\"*\"}]}"
            .formatted(padding);
    // THEN
    assertThat(messages(judge, text("policy", policy)))
        .containsExactly(
            "UNDECIDED UnreadablePolicy policy: document: is longer than any policy that AWS takes");
  }

  @Test
  void should_not_decide_any_other_text_of_ten_megabytes() {
    assertThat(messages(judge, text("content", "x".repeat(10_000_000))))
        .containsExactly(
            "UNDECIDED UnreadableText content has 10000000 characters; it must have at most 1048576"
                + " to be read");
  }

  @Test
  void should_read_a_long_host_an_endless_arn_and_numbers_without_end() {
    // GIVEN texts that make a matcher recurse, or look again and again
    String host = "a.".repeat(5_000) + "com";
    String dashes = "a-".repeat(5_000) + ".";
    String arn = "arn:aws:s3:::" + ":".repeat(100_000);
    Value.Fields inputs =
        Value.Fields.of(
            Map.of(
                "host", new Value.Text(host),
                "dashes", new Value.Text(dashes),
                "arn", new Value.Text(arn),
                "number", new Value.Numeric(new BigDecimal("1E+999999999")),
                "document", new Value.Text("{\"n\":1E+999999999}")));
    // THEN
    assertThat(messages(judge, inputs))
        .containsExactly(
            "VIOLATION ForeignReference arn holds the ARN arn:aws:s3:::"
                + ":".repeat(499)
                + "... (100013 characters), an ARN longer than AWS has; it must name only what"
                + " eu-west-1-cell-01 itself declares");
  }

  @Test
  void should_not_wait_for_a_text_that_makes_a_matcher_look_again_and_again() {
    // GIVEN a rule pack that is given a second, and a host of half a million labels
    Judge hasty =
        new Judge(TestFleet.inventory(), Pack.rules(), new Patience(Duration.ofSeconds(1), 1));
    // THEN
    assertThat(messages(hasty, text("host", "a.".repeat(500_000))))
        .singleElement()
        .asString()
        .matches(
            "UNDECIDED (\\w+) the rule \\1 ran longer than 1.0 s on this resource, so neither it"
                + " nor the rules after it are decided");
  }

  @Test
  void should_block_when_values_are_nested_deeper_than_the_stack() {
    // GIVEN
    Value deep = new Value.Text("vpc-0bbbbbbbbbbbbbbb2");
    for (int i = 0; i < 50_000; i++) {
      deep = new Value.Items(List.of(deep));
    }
    // WHEN
    List<Finding> findings = judge.judge(graph(Value.Fields.of(Map.of("vpcId", deep))));
    // THEN
    assertThat(findings)
        .isNotEmpty()
        .allMatch(Finding::blocks)
        .extracting(Finding::message)
        .contains(
            "the rule ForeignReference failed on this resource with StackOverflowError, so it is not"
                + " decided");
  }

  @Test
  void should_end_although_nodes_depend_on_each_other_in_a_circle() {
    // GIVEN
    Node a = circling("urn:a", "urn:b");
    Node b = circling("urn:b", "urn:a");
    ResourceGraph graph = new ResourceGraph(CELL, List.of(a, b));
    // THEN each is undecided or wrong by itself, and the circle is no way round
    assertThat(judge.judge(graph))
        .extracting(Finding::rule)
        .containsExactly("MissingProvider", "MissingProvider");
    Session session = judge.open(CELL, new Telling.InputsInPreview());
    session.arrive(Arrivals.inputsOf(a));
    session.arrive(Arrivals.inputsOf(b));
    assertThat(session.complete(graph)).isEqualTo(judge.judge(graph));
  }

  @Test
  void should_block_when_a_rule_runs_out_of_stack_or_heap() {
    assertThat(brokenBy(() -> assertThat(endless(1)).isZero()))
        .containsExactly(
            "UNDECIDED Hostile the rule Hostile failed on this resource with StackOverflowError, so"
                + " it is not decided");
    assertThat(
            brokenBy(
                () -> {
                  throw new OutOfMemoryError();
                }))
        .containsExactly(
            "UNDECIDED Hostile the rule Hostile failed on this resource with OutOfMemoryError, so"
                + " it is not decided");
    assertThat(
            brokenBy(
                () -> {
                  throw new NoClassDefFoundError();
                }))
        .containsExactly(
            "UNDECIDED Hostile the rule Hostile failed on this resource with NoClassDefFoundError,"
                + " so it is not decided");
  }

  @Test
  void should_leave_a_rule_that_does_not_end_and_go_on() {
    // GIVEN a rule that waits for what never comes on one resource, and finds something on others
    CountDownLatch never = new CountDownLatch(1);
    Judge patient = judge(1, node -> waitFor(node, never));
    // WHEN
    List<Finding> findings =
        patient.judge(new ResourceGraph(CELL, List.of(node("urn:a"), stuck())));
    // THEN
    assertThat(findings)
        .extracting(f -> f.severity() + " " + f.subject() + " " + f.message() + " -> " + f.path())
        .containsExactly(
            "VIOLATION urn:a found -> [urn:a]",
            "UNDECIDED urn:stuck the rule Hostile ran longer than 1.0 s on this resource, so"
                + " neither it nor the rules after it are decided -> [urn:stuck, rule Hostile]");
    never.countDown();
  }

  @Test
  void should_give_up_when_rules_do_not_end_on_one_resource_after_the_other() {
    // GIVEN
    CountDownLatch never = new CountDownLatch(1);
    Judge patient =
        judge(
            2,
            node -> {
              await(never);
              return List.of();
            });
    List<Node> nodes = new ArrayList<>();
    for (String urn : List.of("urn:a", "urn:b", "urn:c", "urn:d")) {
      nodes.add(node(urn));
    }
    // WHEN
    List<Finding> findings = patient.judge(new ResourceGraph(CELL, nodes));
    // THEN
    assertThat(findings)
        .extracting(f -> f.severity() + " " + f.subject() + " " + f.message())
        .containsExactly(
            "UNDECIDED eu-west-1-cell-01 rules ran too long on 2 resources, so 2 more are not"
                + " judged",
            "UNDECIDED urn:a the rule Hostile ran longer than 1.0 s on this resource, so neither it"
                + " nor the rules after it are decided",
            "UNDECIDED urn:b the rule Hostile ran longer than 1.0 s on this resource, so neither it"
                + " nor the rules after it are decided");
    never.countDown();
  }

  @Test
  void should_leave_a_rule_that_does_not_end_when_nodes_arrive_one_by_one() {
    // GIVEN
    CountDownLatch never = new CountDownLatch(1);
    Session session =
        judge(1, node -> waitFor(node, never)).open(CELL, new Telling.InputsInDeployment());
    // THEN
    assertThat(session.arrive(stuck()).findings()).hasSize(1).allMatch(Finding::blocks);
    assertThat(session.arrive(node("urn:a")).findings()).hasSize(1);
    never.countDown();
  }

  @Test
  void should_refuse_files_that_are_nested_too_deep() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);

    assertThatThrownBy(() -> GraphJson.read("{\"schemaVersion\":1,\"graphs\":" + deep + "}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not a JSON document: Document nesting depth (201) exceeds");
    assertThatThrownBy(() -> StackState.parse("s.json", deep))
        .isInstanceOf(UnreadableGraphException.class)
        .hasMessage(
            "s.json: is not a JSON document, or is nested too deep; it must be the output"
                + " of: pulumi stack export");
  }

  private static int endless(int depth) {
    return depth < 0 ? 0 : endless(Math.max(1, depth - 1)) + 1;
  }

  private static List<Finding> waitFor(Node node, CountDownLatch latch) {
    if (node.urn().equals("urn:stuck")) {
      await(latch);
    }
    return List.of(
        new Finding(
            "Hostile",
            Severity.VIOLATION,
            node.urn(),
            "found",
            "",
            List.of(node.urn()),
            Optional.empty()));
  }

  // A rule that does not care for interrupts.
  private static void await(CountDownLatch latch) {
    boolean done = false;
    while (!done) {
      try {
        latch.await();
        done = true;
      } catch (InterruptedException e) {
        done = false;
      }
    }
  }

  private static List<String> brokenBy(Runnable breaking) {
    Judge broken =
        judge(
            1,
            node -> {
              breaking.run();
              return List.of();
            });
    return broken.judge(new ResourceGraph(CELL, List.of(node("urn:a")))).stream()
        .map(HostileInputTest::line)
        .toList();
  }

  private static Judge judge(int overruns, Function<Node, List<Finding>> hostile) {
    return new Judge(
        TestFleet.inventory(),
        List.of(new Hostile(hostile)),
        new Patience(Duration.ofSeconds(1), overruns));
  }

  private record Hostile(Function<Node, List<Finding>> how) implements Rule {
    @Override
    public String id() {
      return "Hostile";
    }

    @Override
    public String explanation() {
      return "";
    }

    @Override
    public String fix() {
      return "";
    }

    @Override
    public List<URI> references() {
      return List.of();
    }

    @Override
    public List<Finding> judge(Node node, RuleContext context) {
      return how.apply(node);
    }
  }

  private static List<String> messages(Judge judge, Value.Fields inputs) {
    return judge.judge(graph(inputs)).stream()
        .filter(finding -> finding.subject().equals("urn:x"))
        .map(HostileInputTest::line)
        .toList();
  }

  private static String line(Finding finding) {
    return finding.severity() + " " + finding.rule() + " " + finding.message();
  }

  private static Value.Fields text(String property, String text) {
    return Value.Fields.of(Map.of(property, new Value.Text(text)));
  }

  private static ResourceGraph graph(Value.Fields inputs) {
    Value.Fields provider =
        Value.Fields.of(
            Map.of(
                "region", new Value.Text("eu-west-1"),
                "allowedAccountIds", new Value.Items(List.of(new Value.Text("111111111101")))));
    return new ResourceGraph(
        CELL,
        List.of(
            node("urn:p", Node.Kind.PROVIDER, "pulumi:providers:aws", provider, Optional.empty()),
            node(
                "urn:x", Node.Kind.RESOURCE, "aws:ec2/route:Route", inputs, Optional.of("urn:p"))));
  }

  private static Node stuck() {
    return node("urn:stuck");
  }

  private static Node node(String urn) {
    return node(
        urn, Node.Kind.RESOURCE, "aws:ec2/route:Route", Value.Fields.none(), Optional.empty());
  }

  private static Node node(
      String urn, Node.Kind kind, String type, Value.Fields inputs, Optional<String> provider) {
    return new Node(
        urn,
        kind,
        type,
        "n",
        Optional.empty(),
        inputs,
        Value.Fields.none(),
        provider,
        Optional.empty(),
        new TreeSet<>(),
        new TreeMap<>(),
        Node.Options.none());
  }

  private static Node circling(String urn, String other) {
    return new Node(
        urn,
        Node.Kind.RESOURCE,
        "aws:ec2/route:Route",
        "n",
        Optional.empty(),
        Value.Fields.of(Map.of("vpcId", new Value.Unknown())),
        Value.Fields.none(),
        Optional.empty(),
        Optional.of(other),
        new TreeSet<>(List.of(other)),
        new TreeMap<>(Map.of("vpcId", new TreeSet<>(List.of(other)))),
        Node.Options.none());
  }
}
