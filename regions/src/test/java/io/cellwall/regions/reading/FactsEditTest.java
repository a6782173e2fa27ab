package io.cellwall.regions.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.regions.model.CellFacts;
import io.cellwall.regions.model.HostName;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactsEditTest {

  private static final CellFacts FACTS =
      new CellFacts("new", List.of(HostName.parse("c.example"), HostName.parse("d.example")));

  @Test
  void should_append_facts_that_are_not_there() {
    assertThat(FactsEdit.with("name: x # é\n# the end", FACTS))
        .isEqualTo(
            """
            name: x # é
            # the end
            facts:
              endpointService: new
              nameServers:
                - c.example
                - d.example
            """);
  }

  @Test
  void should_keep_remarks_order_and_style_around_facts_that_are_there() {
    // GIVEN
    String text =
        """
        # \uD83D\uDE00 a remark
        facts: # of admission
            nameServers: # two
            # the first
            - a.example
            - b.example # the last
            # below
            endpointService: 'old' # service
        # before the name
        name: x
        """;

    // WHEN / THEN
    assertThat(FactsEdit.with(text, FACTS))
        .isEqualTo(
            """
            # \uD83D\uDE00 a remark
            facts: # of admission
                nameServers: # two
                # the first
                - c.example
                - d.example # the last
                # below
                endpointService: new # service
            # before the name
            name: x
            """);
  }

  @Test
  void should_keep_the_flow_style() {
    assertThat(
            FactsEdit.with(
                "facts: {endpointService: old, nameServers: [a.example]}\nz: 1\n", FACTS))
        .isEqualTo("facts: {endpointService: new, nameServers: [c.example, d.example]}\nz: 1\n");
  }

  @Test
  void should_keep_the_line_breaks_of_the_file() {
    assertThat(
            FactsEdit.with(
                "facts:\r\n  endpointService: old\r\n  nameServers:\r\n    - a.example\r\n", FACTS))
        .isEqualTo(
            "facts:\r\n  endpointService: new\r\n  nameServers:\r\n    - c.example\r\n    -"
                + " d.example\r\n");
  }
}
