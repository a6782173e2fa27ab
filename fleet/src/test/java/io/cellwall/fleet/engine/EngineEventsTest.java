package io.cellwall.fleet.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineEventsTest {

  @Test
  void should_tell_what_was_done_what_went_wrong_and_how_much_it_was() {
    // GIVEN
    List<Outcome.Step> watched = new ArrayList<>();
    EngineEvents events = new EngineEvents(watched::add);

    // WHEN the engine says what it does, between words for people
    events.read("Updating (s):");
    events.read(
        """
        {"resourcePreEvent":{"metadata":{"op":"update","urn":"urn:pulumi:s::p::t::a","diffs":["x"]}}}""");
    events.read(
        """
        {"diagnosticEvent":{"urn":"urn:pulumi:s::p::t::a","severity":"error","message":"<{%reset%}>no\\n"}}""");
    events.read(
        """
        {"policyEvent":{"resourceUrn":"urn:pulumi:s::p::t::b","enforcementLevel":"mandatory","policyName":"Rule","message":"crosses\\n"}}""");
    events.read(
        """
        {"policyEvent":{"resourceUrn":"urn:pulumi:s::p::t::b","enforcementLevel":"advisory","policyName":"Rule","message":"said"}}""");
    events.read(
        """
        {"diagnosticEvent":{"severity":"info","message":"by the way"}}""");
    events.read(
        """
        {"summaryEvent":{"resourceChanges":{"same":3,"update":1}}}""");
    events.read("{ no event");

    // THEN
    assertThat(events.steps())
        .containsExactly(new Outcome.Step("update", "urn:pulumi:s::p::t::a", List.of("x")))
        .isEqualTo(watched);
    assertThat(events.errors()).containsExactly("a: no", "b: Rule: crosses");
    assertThat(events.changes()).containsExactly(entry("same", 3), entry("update", 1));
  }

  @Test
  void should_tell_what_a_policy_pack_said_and_whether_it_was_asked() {
    // GIVEN
    EngineEvents events = new EngineEvents(step -> {});

    // WHEN
    events.read(
        """
        {"policyEvent":{"policyName":"A","resourceUrn":"u","message":"<{%fg 1%}>no<{%reset%}>","enforcementLevel":"mandatory"}}""");
    events.read(
        """
        {"policyEvent":{"policyName":"B","message":"hm","enforcementLevel":"advisory"}}""");
    events.read(
        """
        {"resOutputsEvent":{"metadata":{"op":"create","urn":"u"}}}""");
    events.read(
        """
        {"summaryEvent":{"PolicyPacks":{"cellwall|local|somewhere":"0.1.0"}}}""");
    events.read(
        """
        {"stdoutEvent":{"message":"SIGTERM received; cancelling. If you would like"}}""");

    // THEN
    assertThat(events.findings())
        .containsExactly(
            new Outcome.PolicyFinding("A", "u", "no", true),
            new Outcome.PolicyFinding("B", "", "hm", false));
    assertThat(events.finished()).containsExactly("u");
    assertThat(events.packs()).containsExactly("cellwall");
    assertThat(events.cancelling()).isTrue();
  }
}
