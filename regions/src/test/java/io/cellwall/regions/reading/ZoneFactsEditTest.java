package io.cellwall.regions.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cellwall.regions.model.EdgeFacts;
import io.cellwall.regions.model.HostName;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.ZoneFacts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ZoneFactsEditTest {

  private static final Region IRELAND = Region.parse("eu-west-1");

  private static final EdgeFacts ROUTERS =
      new EdgeFacts(
          "arn:aws:elasticloadbalancing:eu-west-1:1:loadbalancer/app/edge/1",
          "arn:aws:globalaccelerator::1:attachment/2",
          new EdgeFacts.CertificateRecord("_a.example", "_b.aws"),
          List.of(HostName.parse("ns-1.example")));

  private static final ZoneFacts ZONE =
      new ZoneFacts(List.of(HostName.parse("ns-2.example")), Optional.of("1 13 2 AB"));

  private static final String FACTS =
      """
          facts:
            loadBalancer: arn:aws:elasticloadbalancing:eu-west-1:1:loadbalancer/app/edge/1
            attachment: arn:aws:globalaccelerator::1:attachment/2
            certificateRecord:
              name: _a.example
              target: _b.aws
            cellNameServers:
              - ns-1.example
      """;

  @Test
  void should_add_facts_of_an_edge_after_what_is_there() {
    // GIVEN
    String start =
        """
        host: h # a remark
        edges:
          eu-west-1:
            account: "1" # the last key
        """;
    String rest =
        """
          # the other one
          eu-north-1: {account: "2"}
        """;

    // WHEN / THEN
    assertThat(ZoneFactsEdit.with(start + rest, IRELAND, ROUTERS)).isEqualTo(start + FACTS + rest);
  }

  @Test
  void should_replace_facts_that_are_there_and_nothing_else() {
    // GIVEN
    String start =
        """
        edges:
          eu-west-1:
        """;
    String old =
        """
            facts:
              loadBalancer: old
              cellNameServers:
                - old-1.example
                - old-2.example
        """;
    String rest =
        """
            # a remark
            account: "1"
        """;

    // WHEN / THEN
    String text = ZoneFactsEdit.with(start + old.indent(0) + rest, IRELAND, ROUTERS);
    assertThat(text).isEqualTo(start + FACTS + rest);
    assertThat(ZoneFactsEdit.with(text, IRELAND, ROUTERS)).isEqualTo(text);
  }

  @Test
  void should_write_in_flow_style_where_the_edge_is_written_so() {
    // WHEN
    String text =
        ZoneFactsEdit.with("edges: {eu-west-1: {account: \"1\"}} # end\n", IRELAND, ROUTERS);

    // THEN
    assertThat(text)
        .startsWith("edges: {eu-west-1: {account: \"1\", facts: {\"loadBalancer\":\"arn:")
        .endsWith("\"cellNameServers\":[\"ns-1.example\"]}}} # end\n");
    assertThat(ZoneFactsEdit.with(text, IRELAND, ROUTERS)).isEqualTo(text);
  }

  @Test
  void should_add_facts_of_a_zone_at_the_end_in_the_files_own_line_breaks() {
    // GIVEN
    String file = "host: h\nedges:\n  a: {b: c}\n";
    String facts =
        """
        facts:
          nameServers:
            - ns-2.example
          delegationSigner: "1 13 2 AB"
        """;

    // WHEN / THEN
    assertThat(ZoneFactsEdit.with(file.replace("\n", "\r\n"), ZONE))
        .isEqualTo((file + facts).replace("\n", "\r\n"));
    assertThat(ZoneFactsEdit.with("host: h", ZONE)).startsWith("host: h\nfacts:\n  nameServers:");
  }

  @Test
  void should_write_what_is_no_plain_word_so_that_it_stays_one_text() {
    // GIVEN what a descriptor could try
    ZoneFacts hostile = new ZoneFacts(List.of(), Optional.of("x\"\naccount: \"666"));

    // WHEN / THEN
    assertThat(ZoneFactsEdit.with("host: h\n", hostile))
        .endsWith("  delegationSigner: \"x\\\"\\naccount: \\\"666\"\n");
  }

  @Test
  void should_say_what_the_file_lacks() {
    assertThatThrownBy(() -> ZoneFactsEdit.with("host: h\nedges: {}\n", IRELAND, ROUTERS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the file has no eu-west-1");
  }
}
