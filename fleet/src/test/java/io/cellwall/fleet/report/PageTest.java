package io.cellwall.fleet.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What the page says, and how it is written. */
class PageTest {

  private static final Path GOLDEN =
      Path.of(
          System.getProperty("cellwall.root"), "fleet/src/test/resources/io/cellwall/fleet/report");

  @Test
  void should_say_in_the_headline_what_is_proven_and_how_many_users_are_where() {
    assertGolden("headline.json", Examples.zoneIn().headline());
  }

  @Test
  void should_draw_a_zone_with_its_walls_cells_and_doors() {
    assertGolden("map-of-zone-in.json", zone("in").map());
  }

  @Test
  void should_say_of_a_cell_all_that_is_known() {
    assertGolden("ap-south-2-cell-01.json", stack("ap-south-2-cell-01"));
  }

  @Test
  void should_say_and_draw_what_crosses_a_wall() {
    // WHEN
    Page page = Pages.of(ExampleSurvey.crossing(), Optional.empty());
    // THEN
    assertThat(page.headline().level()).isEqualTo("bad");
    assertThat(page.headline().verdict()).isEqualTo("A wall is crossed, in 1 stack.");
    assertThat(page.findings().get(0).rule()).isEqualTo("ForeignReference");
    assertThat(page.findings().get(0).stack()).isEqualTo("ap-south-2-cell-01");
    ZoneMap map = page.zones().get(1).map();
    assertThat(map.tiles())
        .filteredOn(tile -> tile.level().equals("violation"))
        .extracting(ZoneMap.Tile::stack)
        .containsExactly("ap-south-2-cell-01");
    assertThat(map.lines())
        .filteredOn(line -> line.kind().equals("breach"))
        .extracting(ZoneMap.Line::title)
        .hasSize(1)
        .first(STRING)
        .startsWith("ForeignReference: beyond the cell to ap-south-2-cell-01");
  }

  @Test
  void should_list_the_doors_together_that_lead_from_one_stack() {
    assertThat(Examples.zoneIn().doors())
        .contains(
            new Page.Doors(
                "PrivateLink",
                "edge-ap-south-1",
                List.of("ap-south-1-cell-01", "ap-south-2-cell-01"),
                List.of("requests, to the cell's load balancer")),
            new Page.Doors(
                "replication",
                "ap-south-1-cell-01",
                List.of("ap-south-2-cell-01"),
                List.of("the database, to its standby")));
  }

  @Test
  void should_list_retired_cells_whose_addresses_stay_taken() {
    assertThat(Examples.zoneIn().retired())
        .extracting(Page.Retired::name)
        .containsExactly("eu-west-1-cell-04");
    assertThat(zone("eu").map().tiles())
        .extracting(ZoneMap.Tile::stack)
        .contains("eu-west-1-cell-03")
        .doesNotContain("eu-west-1-cell-04");
  }

  @Test
  void should_write_the_same_page_for_the_same_survey() {
    assertThat(HtmlPage.render(Examples.zoneIn())).isEqualTo(HtmlPage.render(Examples.zoneIn()));
  }

  @Test
  void should_leave_no_markup_and_no_control_character_of_what_others_wrote() {
    // WHEN
    String html = HtmlPage.render(Examples.hostile());
    // THEN
    assertThat(html)
        .contains("&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&lt;script&gt;window.stolen=1")
        .contains("\\u202e]]&gt;")
        .contains("\\u0007javascript:")
        .doesNotContain("<img", "<script>window", "\u202e", "\u0007");
    assertThat(count("<script>", html)).isEqualTo(1);
    assertThat(count("<style>", html)).isEqualTo(1);
  }

  @Test
  void should_allow_its_own_script_and_style_and_nothing_else() {
    assertThat(HtmlPage.render(Examples.zoneIn()))
        .containsPattern(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
                + " 'sha256-[A-Za-z0-9+/]{43}='; script-src 'sha256-[A-Za-z0-9+/]{43}='; base-uri"
                + " 'none'; form-action 'none'\">")
        .doesNotContainPattern("<[^>]* on[a-z]+=")
        .doesNotContainPattern("<[^>]* style=")
        .doesNotContainPattern("(?:src|href)=\"(?!#)");
  }

  /**
   * Elements make a page slow, so each cell has so many and the page grows with the cells alone.
   */
  @Test
  void should_stay_cheap_with_two_hundred_cells() {
    // GIVEN
    int few = elements(HtmlPage.render(Examples.withCells(100)));
    int many = elements(HtmlPage.render(Examples.withCells(200)));
    // THEN
    assertThat((many - few) / 100).isLessThan(400);
    assertThat(many).isLessThan(80_000);
  }

  private static int elements(String html) {
    return (int) Pattern.compile("<[a-z]").matcher(html).results().count();
  }

  private static long count(String part, String html) {
    return Pattern.compile(Pattern.quote(part)).matcher(html).results().count();
  }

  private static Page.Zone zone(String name) {
    return Examples.zoneIn().zones().stream()
        .filter(zone -> zone.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static StackEntry stack(String name) {
    return Examples.zoneIn().zones().stream()
        .flatMap(zone -> zone.stacks().stream())
        .filter(stack -> stack.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void assertGolden(String name, Object value) {
    String text =
        JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
    Path file = GOLDEN.resolve(name);
    try {
      if (Boolean.getBoolean("golden.rewrite")) {
        Files.writeString(file, text);
      }
      assertThat(text).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new AssertionError("no " + file + ": write it with -Dgolden.rewrite=true", e);
    }
  }
}
