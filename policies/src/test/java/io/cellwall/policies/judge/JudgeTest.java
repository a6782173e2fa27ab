package io.cellwall.policies.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class JudgeTest {

  private static final String CELL = "eu-west-1-cell-01";

  private final Judge judge = Judge.of(TestFleet.inventory());

  @Test
  void should_show_the_way_from_the_resource_to_the_owner() {
    // WHEN
    List<Finding> findings = judge.judge(graph(Value.Fields.of(Map.of("vpcId", foreign()))));
    // THEN
    assertThat(findings)
        .containsExactly(
            new Finding(
                "ForeignReference",
                Severity.VIOLATION,
                "urn:x",
                "vpcId holds the id vpc-0bbbbbbbbbbbbbbb2, a resource that this stack does not"
                    + " declare; it must name only what eu-west-1-cell-01 itself declares",
                "name a resource that this stack declares, by wiring its output; what another stack"
                    + " must know of is a fact of the inventory",
                List.of(
                    "urn:x",
                    "vpcId",
                    "vpc-0bbbbbbbbbbbbbbb2",
                    "a resource that this stack does not declare"),
                Optional.empty()));
    assertThat(Verdict.of(findings)).isEqualTo(Verdict.VIOLATION);
  }

  @Test
  void should_judge_a_secret_and_never_show_it() {
    // GIVEN secrets that name another cell in every way
    String policy =
        "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":"
            + "\"arn:aws:iam::111111111102:root\"}}]}";
    Value.Fields inputs =
        Value.Fields.of(
            Map.of(
                "vpcId", new Value.Secret(foreign()),
                "accountId", new Value.Secret(new Value.Text("999999999999")),
                "policy", new Value.Secret(new Value.Text(policy)),
                "region", new Value.Secret(new Value.Text("us-east-1")),
                "cidrBlock", new Value.Secret(new Value.Text("10.17.3.0/24")),
                "host", new Value.Secret(new Value.Text("old.example.com"))));
    // WHEN
    List<Finding> findings = judge.judge(graph(inputs));
    // THEN
    assertThat(findings).extracting(Finding::rule).hasSize(6);
    assertThat(findings.toString())
        .contains("vpcId holds the id (secret), a resource")
        .doesNotContain("vpc-0b", "999999999999", "111111111102", "us-east-1", "10.17.3", "old.ex");
  }

  @Test
  void should_block_when_a_rule_breaks_and_name_rule_and_resource() {
    // GIVEN
    Judge broken = new Judge(TestFleet.inventory(), List.of(new Broken()));
    // WHEN
    List<Finding> findings = broken.judge(graph(Value.Fields.none()));
    // THEN
    assertThat(findings)
        .filteredOn(finding -> finding.subject().equals("urn:x"))
        .extracting(finding -> finding.severity() + " " + finding.rule() + " " + finding.message())
        .containsExactly(
            "UNDECIDED Broken the rule Broken failed on this resource with"
                + " IllegalStateException, so it is not decided");
    assertThat(Verdict.of(findings).blocks()).isTrue();
  }

  @Test
  void should_judge_a_resource_before_it_is_in_the_graph() {
    // GIVEN a graph with the provider only
    ResourceGraph whole = graph(Value.Fields.of(Map.of("vpcId", foreign())));
    ResourceGraph soFar = new ResourceGraph(CELL, List.of(whole.find("urn:p").orElseThrow()));
    // THEN
    assertThat(judge.judge(whole.find("urn:x").orElseThrow(), soFar)).isEqualTo(judge.judge(whole));
  }

  @Test
  void should_sort_the_findings_of_many_stacks_and_say_each_once() {
    // GIVEN
    ResourceGraph graph = graph(Value.Fields.of(Map.of("vpcId", foreign())));
    ResourceGraph unknown = new ResourceGraph("nowhere", List.of());
    // THEN
    assertThat(judge.judge(List.of(graph, unknown, graph)))
        .isSorted()
        .doesNotHaveDuplicates()
        .extracting(Finding::rule)
        .containsExactly("UnknownStack", "ForeignReference");
  }

  @Test
  void should_come_to_a_verdict() {
    assertThat(Verdict.of(List.of())).isEqualTo(Verdict.PASS);
    assertThat(Verdict.of(List.of(finding(Severity.WARNING)))).isEqualTo(Verdict.PASS);
    assertThat(Verdict.of(List.of(finding(Severity.UNDECIDED)))).isEqualTo(Verdict.UNDECIDED);
    assertThat(Verdict.of(List.of(finding(Severity.UNDECIDED), finding(Severity.VIOLATION))))
        .isEqualTo(Verdict.VIOLATION);
  }

  private static final class Broken implements Rule {
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
      throw new IllegalStateException("with a secret");
    }
  }

  private static Value foreign() {
    return new Value.Text("vpc-0bbbbbbbbbbbbbbb2");
  }

  private static Finding finding(Severity severity) {
    return new Finding("R", severity, "s", "m", "h", List.of(), Optional.empty());
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
            node("urn:p", Node.Kind.PROVIDER, "pulumi:providers:aws", provider),
            node("urn:x", Node.Kind.RESOURCE, "aws:ec2/route:Route", inputs)));
  }

  private static Node node(String urn, Node.Kind kind, String type, Value.Fields inputs) {
    return new Node(
        urn,
        kind,
        type,
        "n",
        Optional.empty(),
        inputs,
        Value.Fields.none(),
        kind == Node.Kind.RESOURCE ? Optional.of("urn:p") : Optional.empty(),
        Optional.empty(),
        new TreeSet<>(),
        new TreeMap<>(),
        Node.Options.none());
  }
}
