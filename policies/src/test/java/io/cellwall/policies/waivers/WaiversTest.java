package io.cellwall.policies.waivers;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.judge.Judge;
import io.cellwall.policies.judge.TestFleet;
import io.cellwall.policies.judge.Verdict;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import io.cellwall.regions.finding.Source;
import io.cellwall.regions.finding.Waiver;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WaiversTest {

  private static final String A = "eu-west-1-cell-01";
  private static final String B = "eu-west-1-cell-02";
  private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

  private final Judge judge = Judge.of(TestFleet.inventory());

  @Test
  void should_cover_the_finding_that_it_names_and_keep_it_visible() {
    // GIVEN a waiver of the rule on the resource, and one of the finding itself
    Finding finding = judge.judge(graph(A, foreignVpc())).get(0);
    Waiver byRule = waiver(A, "ForeignReference", urn(A), LAST);
    Waiver byId = waiver(A, finding.id(), urn(A), LAST);

    for (Waiver waiver : List.of(byRule, byId)) {
      // WHEN
      Waivers waivers = waivers(waiver);
      Judgement judgement = apply(waivers, graph(A, foreignVpc()));

      // THEN
      assertThat(judgement.verdict()).isEqualTo(Verdict.PASS);
      assertThat(judgement.waived()).containsExactly(new WaivedFinding(finding, waiver));
      assertThat(waivers.findings(Severity.VIOLATION)).isEmpty();
    }
  }

  @Test
  void should_not_cover_another_cell() {
    // GIVEN waivers of cell A on the resources of both cells, and the same crossing in each
    Waivers waivers =
        waivers(
            waiver(A, "ForeignReference", urn(A), LAST),
            waiver(A, "ForeignReference", urn(B), LAST));

    // WHEN
    Judgement ofA = apply(waivers, graph(A, foreignVpc()));
    Judgement ofB = apply(waivers, graph(B, foreignVpc()));

    // THEN cell B stands, and the waiver on its resource is found
    assertThat(ofA.findings()).isEmpty();
    assertThat(ofB.waived()).isEmpty();
    assertThat(ofB.findings()).extracting(Finding::rule).containsExactly("ForeignReference");
    assertThat(waivers.findings(Severity.VIOLATION))
        .extracting(Finding::message)
        .containsExactly(
            "the waiver of ForeignReference on "
                + urn(B)
                + " is for the cell eu-west-1-cell-01, and the resource is of another stack");
  }

  @Test
  void should_cover_any_stack_if_it_is_the_fleets() {
    Waivers waivers = waivers(waiver(Waiver.FLEET, "ForeignReference", urn(B), LAST));

    assertThat(apply(waivers, graph(B, foreignVpc())).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void should_not_cover_another_value_at_the_same_place() {
    // GIVEN a waiver of one finding
    Finding finding = judge.judge(graph(A, foreignVpc())).get(0);
    Waivers waivers = waivers(waiver(A, finding.id(), urn(A), LAST));

    // WHEN the resource names another VPC
    Judgement judgement = apply(waivers, graph(A, Map.of("vpcId", text("vpc-0ccccccccccccccc3"))));

    // THEN
    assertThat(judgement.verdict()).isEqualTo(Verdict.VIOLATION);
    assertThat(waivers.findings(Severity.WARNING))
        .extracting(each -> each.severity() + " " + each.rule())
        .containsExactly("WARNING WaiverUnused");
  }

  @Test
  void should_never_waive_the_boundary_of_a_zone() {
    // GIVEN a region of another zone, a cell of another zone, and a region of none
    for (Value value :
        List.of(
            text("us-east-1"),
            text("arn:aws:kms:us-east-1:111111111105:key/k"),
            text("eu-west-3"))) {
      ResourceGraph graph = graph(A, Map.of("target", value));
      Finding finding = judge.judge(graph).get(0);
      Waivers waivers = waivers(waiver(A, finding.rule(), urn(A), LAST));

      // WHEN
      Judgement judgement = apply(waivers, graph);

      // THEN
      assertThat(judgement.findings()).containsExactly(finding);
      assertThat(waivers.findings(Severity.VIOLATION))
          .extracting(Finding::rule)
          .containsExactly("ZoneCrossingWaived");
    }
  }

  @Test
  void should_waive_what_could_not_be_decided() {
    Waivers waivers = waivers(waiver(A, "UnknownValue", urn(A), LAST));

    Judgement judgement = apply(waivers, graph(A, Map.of("vpcId", new Value.Unknown())));

    assertThat(judgement.verdict()).isEqualTo(Verdict.PASS);
    assertThat(judgement.waived()).hasSize(1);
  }

  @Test
  void should_find_waivers_that_are_none() {
    // GIVEN one expired yesterday, one for too long, one of no rule, one that nothing needs
    Waivers waivers =
        waivers(
            waiver(A, "ForeignReference", urn(A), LocalDate.of(2026, 11, 30)),
            waiver(A, "ForeignReference", urn(A), LocalDate.of(2027, 3, 2)),
            waiver(A, "ForeignRefrence", urn(A), LAST),
            waiver(A, "MissingTags", urn(A), LAST),
            waiver(A, "MissingTags", "urn:pulumi:edge-eu::cellwall::t::n", LAST));

    // WHEN
    Judgement judgement = apply(waivers, graph(A, foreignVpc()));

    // THEN none covers anything, and each says why; of a stack that was not judged nothing is said
    assertThat(judgement.verdict()).isEqualTo(Verdict.VIOLATION);
    String start = "the waiver of ";
    assertThat(waivers.findings(Severity.VIOLATION))
        .extracting(finding -> finding.rule() + ": " + finding.message())
        .containsExactlyInAnyOrder(
            "WaiverExpired: "
                + start
                + "ForeignReference on "
                + urn(A)
                + " expired on 2026-11-30; it covers nothing any more",
            "WaiverTooLong: "
                + start
                + "ForeignReference on "
                + urn(A)
                + " expires on 2027-03-02; it must expire within 90 days, on 2027-03-01 at the"
                + " latest",
            "WaivedRuleUnknown: "
                + start
                + "ForeignRefrence on "
                + urn(A)
                + " waives ForeignRefrence, which is no rule",
            "WaiverUnused: "
                + start
                + "MissingTags on "
                + urn(A)
                + " covers nothing: MissingTags does not find this resource");
    assertThat(waivers.findings(Severity.VIOLATION)).allMatch(Finding::blocks);
  }

  @Test
  void should_hold_on_its_first_and_its_last_day() {
    for (LocalDate day : List.of(LocalDate.of(2026, 12, 1), LocalDate.of(2027, 3, 1))) {
      Waivers waivers = waivers(waiver(A, "ForeignReference", urn(A), day));

      assertThat(apply(waivers, graph(A, foreignVpc())).verdict()).isEqualTo(Verdict.PASS);
    }
  }

  private Judgement apply(Waivers waivers, ResourceGraph graph) {
    return waivers.apply(graph, judge.judge(graph));
  }

  private static Waivers waivers(Waiver... all) {
    Clock clock = Clock.fixed(Instant.parse("2026-12-01T23:59:59Z"), ZoneOffset.UTC);
    return new Waivers(List.of(all), clock);
  }

  private static Waiver waiver(String scope, String finding, String resource, LocalDate expires) {
    Source source = new Source("waivers/" + scope + ".yaml", expires.getDayOfYear(), 5);
    return new Waiver(
        scope, finding, resource, "being moved", "jo@acme.example", "SEC-12", expires, source);
  }

  private static Map<String, Value> foreignVpc() {
    return Map.of("vpcId", text("vpc-0bbbbbbbbbbbbbbb2"));
  }

  private static Value text(String text) {
    return new Value.Text(text);
  }

  private static String urn(String stack) {
    return "urn:pulumi:" + stack + "::acme::aws:ec2/route:Route::r";
  }

  private static ResourceGraph graph(String stack, Map<String, Value> inputs) {
    String provider = "urn:pulumi:" + stack + "::acme::pulumi:providers:aws::p";
    String account = stack.equals(A) ? "111111111101" : "111111111102";
    Map<String, Value> home =
        Map.of(
            "region",
            text("eu-west-1"),
            "allowedAccountIds",
            new Value.Items(List.of(text(account))));
    return new ResourceGraph(
        stack,
        List.of(
            node(provider, Node.Kind.PROVIDER, "pulumi:providers:aws", home, Optional.empty()),
            node(
                urn(stack),
                Node.Kind.RESOURCE,
                "aws:ec2/route:Route",
                inputs,
                Optional.of(provider))));
  }

  private static Node node(
      String urn,
      Node.Kind kind,
      String type,
      Map<String, Value> inputs,
      Optional<String> provider) {
    return new Node(
        urn,
        kind,
        type,
        "n",
        Optional.empty(),
        Value.Fields.of(inputs),
        Value.Fields.none(),
        provider,
        Optional.empty(),
        new TreeSet<>(),
        new TreeMap<>(),
        Node.Options.none());
  }
}
