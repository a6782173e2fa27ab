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
}
