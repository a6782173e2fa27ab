package io.cellwall.fleet.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.fleet.graph.TestStack;
import io.cellwall.fleet.output.JsonOutput;
import io.cellwall.fleet.output.Report;
import io.cellwall.fleet.output.ReportFormat;
import io.cellwall.fleet.output.ReportPrinter;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import io.cellwall.regions.finding.Source;
import io.cellwall.regions.finding.Waiver;
import io.cellwall.regions.model.Cell;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangeOutputsTest {

  /** What would do something in a terminal, in HTML, Markdown, XML, JSON or a shell. */
  private static final String HOSTILE =
      "\u001b[2J\u202e|`x`<script>alert(1)</script> ]]> & \"' [a](javascript:b) @all #1"
          + " www.evil.example https://evil.example \\ </details> --> ```\n```\n## x";

  @Test
  void should_say_that_nothing_changed() throws IOException {
    Changed changed = new Changed();
    cells().forEach(cell -> changed.stack(cell(cell, 365, ""), cell(cell, 365, "")));

    matches("nothing-changed", changed);
  }

  @Test
  void should_show_a_cell_that_is_new_by_its_types_with_the_edge_that_leads_to_it()
      throws IOException {
    Changed changed =
        new Changed()
            .stack(
                "eu-west-1-cell-01", Optional.empty(), Optional.of(cell(cells().get(2), 365, "")))
            .stack(
                edge(Map.of("a", "eu-west-1-cell-02")),
                edge(Map.of("a", "eu-west-1-cell-02", "b", "eu-west-1-cell-01")));

    matches("cell-added", changed);
  }

  @Test
  void should_show_of_another_size_what_is_replaced_and_what_follows() throws IOException {
    Changed changed = new Changed();
    ResourceGraph medium = sized("10.18.64.0/18", "db.r8g.large", "10.18.64.0/24");
    ResourceGraph large = sized("10.20.0.0/16", "db.r8g.xlarge", "10.20.0.0/22");

    matches("size-changed", changed.stack(medium, large));
  }

  @Test
  void should_show_once_what_changes_alike_and_the_odd_ones_apart() throws IOException {
    Changed changed = new Changed();
    for (Cell cell : cells()) {
      String odd = cell.name().toString().equals("eu-west-1-cell-03") ? "arn:aws:s3:::x/*" : "";
      changed.stack(cell(cell, 365, ""), cell(cell, 731, odd));
    }

    matches("template-changed", changed);
  }

  @Test
  void should_say_first_that_a_wall_is_crossed() throws IOException {
    Cell cell = cells().get(0);
    String stack = cell.name().toString();

    matches(
        "crossing",
        new Changed()
            .stack(cell(cell, 365, ""), cell(cell, 365, "*"))
            .finding(
                stack,
                new Finding(
                    "ForeignReference",
                    Severity.VIOLATION,
                    stack + "-route",
                    "names a resource of another cell; it must name its own",
                    "name a resource that this stack declares",
                    List.of(stack + "-route", "vpcPeeringConnectionId", "pcx-1", "nobody"),
                    Optional.empty())));
  }

  @Test
  void should_show_a_waiver_that_is_new_and_one_that_ends_soon() throws IOException {
    ResourceGraph same = cell(cells().get(0), 365, "");
    matches(
        "waivers",
        new Changed()
            .stack(same, same)
            .waiver(waiver("MissingTags", LocalDate.of(2027, 1, 31)), true)
            .waiver(waiver("OpenPrincipal", LocalDate.of(2026, 12, 1)), false)
            .waiver(waiver("UnknownValue", LocalDate.of(2026, 12, 24)), false));
  }

  @Test
  void should_say_why_nothing_can_be_compared_where_the_base_has_errors() throws IOException {
    FleetChange unknown =
        new FleetChange(
            "main (4f2a9c1d03)",
            List.of(),
            List.of(),
            Reach.of(List.of(), Changed.EXAMPLE, Changed.EXAMPLE),
            List.of("The inventory of main (4f2a9c1d03) is not valid: cells/a.yaml:1:1: bad [X]"));
    StringWriter out = new StringWriter();
    ChangeText.print(new PrintWriter(out, true), unknown);

    GoldenFile.assertMatches("base-with-errors.txt", out.toString());
    GoldenFile.assertMatches(
        "base-with-errors.md",
        Changed.markdown(unknown, new Report("fleet.yaml", List.of(), List.of())));
  }

  @Test
  void should_say_what_is_wrong_with_the_inventory_as_it_becomes() throws IOException {
    GoldenFile.assertMatches("inventory-with-errors.md", invalid(problems(2)));
  }

  @Test
  void should_fit_a_comment_however_much_is_wrong_with_the_inventory() {
    String markdown = invalid(problems(900));

    assertThat(markdown.length()).isBetween(60_000, 65_536);
    assertThat(markdown).contains(" parts are left out, as a comment takes no more");
  }

  private static List<Finding> problems(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            i ->
                new Finding(
                    "UnknownKey",
                    Severity.VIOLATION,
                    "cells/eu-west-1-cell-03",
                    "the key \"natt\" is unknown",
                    "Did you mean \"nat\"?",
                    List.of(),
                    Optional.of(new Source("cells/eu-west-1-cell-03.yaml", i, 1))))
        .toList();
  }

  private static String invalid(List<Finding> findings) {
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out, true);
    writer.println(ChangeMarkdown.MARKER);
    ChangeMarkdown.printInvalid(writer, findings);
    return out.toString();
  }

  @Test
  void should_fit_a_comment_whatever_the_size_and_say_what_is_left_out() {
    // GIVEN stacks that all change in their own way, in more ways than a comment holds
    Changed changed = new Changed();
    for (Cell cell : cells()) {
      List<ResourceGraph> two = new ArrayList<>();
      for (String side : List.of("a", "b")) {
        TestStack stack = stack(cell);
        IntStream.range(0, 150)
            .forEach(
                i ->
                    stack.with(
                        "aws:sqs/queue:Queue",
                        cell.name() + "-" + i,
                        Map.of("v", cell.users() + side, "name", side + HOSTILE)));
        two.add(stack.graph());
      }
      changed.stack(two.get(0), two.get(1));
    }

    // WHEN
    String markdown = changed.markdown();

    // THEN
    assertThat(markdown.length()).isBetween(60_000, 65_536);
    assertThat(markdown)
        .startsWith("<!-- cellwall:preview -->\n### Cellwall: pass; 15 of 15 cells");
    assertThat(markdown).contains(" left out, as a comment takes no more");
    assertThat(markdown.lines().filter(line -> line.equals("```diff")).count())
        .isEqualTo(markdown.lines().filter(line -> line.equals("```")).count());
    assertThat(markdown.lines().filter(line -> line.startsWith("<details>")).count())
        .isEqualTo(markdown.lines().filter(line -> line.equals("</details>")).count())
        .isEqualTo(2);
  }

  @Test
  void should_make_hostile_text_inert_in_every_output() {
    // GIVEN a name, a property, its values, a reason and a waiver that all would do harm
    Cell cell = cells().get(0);
    Changed changed =
        new Changed()
            .stack(
                stack(cell)
                    .with("aws:x/y:Z" + HOSTILE, "n" + HOSTILE, Map.of("k" + HOSTILE, HOSTILE))
                    .with("aws:kms/key:Key", "key" + HOSTILE, Map.of("keyUsage", HOSTILE))
                    .graph(),
                stack(cell)
                    .with(
                        "aws:x/y:Z" + HOSTILE, "n" + HOSTILE, Map.of("k" + HOSTILE, "1" + HOSTILE))
                    .with("aws:kms/key:Key", "key" + HOSTILE, Map.of("keyUsage", "1" + HOSTILE))
                    .graph())
            .waiver(waiver(HOSTILE, LocalDate.of(2026, 12, 1)), true);
    FleetChange change = changed.change();
    assertThat(change.allDangers()).extracting(Finding::rule).contains("StatefulReplaced");

    // THEN nothing steers a terminal
    StringWriter json = new StringWriter();
    JsonOutput.print(new PrintWriter(json, true), ChangeJson.of(change));
    List<String> all =
        new ArrayList<>(List.of(changed.text(), changed.markdown(), json.toString()));
    for (ReportFormat format : List.of(ReportFormat.SARIF, ReportFormat.JUNIT)) {
      StringWriter out = new StringWriter();
      ReportPrinter.print(
          new PrintWriter(out, true),
          format,
          ChangeReport.with(changed.report(), change, List.of("StatefulReplaced")));
      all.add(out.toString());
    }
    all.forEach(text -> assertThat(text).doesNotContain("\u001b", "\u202e"));

    // THEN outside of blocks of code, of which none ends early, Markdown has nothing to obey
    StringBuilder outside = new StringBuilder();
    boolean code = false;
    for (String line : changed.markdown().lines().toList()) {
      if (line.equals("```diff") || line.equals("```")) {
        code = !code;
      } else if (code) {
        assertThat(line).matches("[-+! ] .*");
      } else {
        outside.append(line).append('\n');
      }
    }
    assertThat(code).isFalse();
    assertThat(outside.toString().replaceAll("</?(?:details|summary)>", ""))
        .doesNotContain("<script", "`", "[a]", "](", "@all", "www.", "://", "## x");
  }

  @Test
  void should_say_in_sarif_where_the_inventory_changed() {
    Cell cell = cells().get(0);
    Changed changed =
        new Changed()
            .stack(
                stack(cell).with("aws:kms/key:Key", "k", Map.of("keyUsage", "a")).graph(),
                stack(cell).with("aws:kms/key:Key", "k", Map.of("keyUsage", "b")).graph());
    StringWriter out = new StringWriter();
    ReportPrinter.print(
        new PrintWriter(out, true),
        ReportFormat.SARIF,
        ChangeReport.with(changed.report(), changed.change(), List.of("StatefulReplaced")));

    tools.jackson.databind.JsonNode run =
        tools.jackson.databind.json.JsonMapper.shared().readTree(out.toString()).at("/runs/0");
    assertThat(run.at("/results/0/ruleId").asString()).isEqualTo("StatefulReplaced");
    assertThat(run.at("/results/0/locations/0/physicalLocation").toString())
        .isEqualTo(
            "{\"artifactLocation\":{\"uri\":\"cells/%s.yaml\"},\"region\":{\"startLine\":7,\"startColumn\":1}}"
                .formatted(cell.name()));
    assertThat(run.at("/tool/driver/rules").findValuesAsString("id")).contains("StatefulReplaced");
  }

  private static void matches(String name, Changed changed) throws IOException {
    GoldenFile.assertMatches(name + ".txt", changed.text());
    GoldenFile.assertMatches(name + ".md", changed.markdown());
  }

  private static List<Cell> cells() {
    return Changed.EXAMPLE.cells().values().stream()
        .filter(cell -> cell.state().hasStack())
        .toList();
  }

  private static TestStack stack(Cell cell) {
    return new TestStack(cell.name().toString(), cell.account().value(), cell.region().code());
  }

  // The same resources in each cell, with the cell's own names, account, addresses and zones.
  private static ResourceGraph cell(Cell cell, int days, String readable) {
    String name = cell.name().toString();
    String own = "arn:aws:s3:::" + name + "-data/*";
    TestStack stack =
        stack(cell)
            .with(
                "aws:cloudwatch/logGroup:LogGroup",
                name + "-flow-logs",
                Map.of("name", "/" + name + "/flow", "retentionInDays", days))
            .with(
                "aws:ec2/subnet:Subnet",
                name + "-nodes",
                Map.of(
                    "cidrBlock",
                    cell.cidr().toString(),
                    "availabilityZoneId",
                    cell.availabilityZones().get(0).toString()))
            .with("aws:iam/role:Role", name + "-app", Map.of("name", name + "-app"))
            .with(
                "aws:iam/rolePolicy:RolePolicy",
                name + "-app-data",
                Map.of(
                    "role",
                    name + "-app",
                    "policy",
                    "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":[\""
                        + own
                        + (readable.isEmpty() ? "" : "\",\"" + readable)
                        + "\"]}]}"));
    if (days > 365) {
      stack.with("aws:sns/topic:Topic", name + "-audit", Map.of("name", name + "-audit"));
    }
    return stack.graph();
  }

  private static ResourceGraph edge(Map<String, String> doors) {
    TestStack stack = new TestStack("edge-eu-west-1", "111111111111", "eu-west-1");
    doors.forEach(
        (key, cell) ->
            stack.with(
                "aws:route53/record:Record",
                "edge-eu-west-1-door-" + key,
                Map.of("name", cell + ".eu.cells.example.com", "type", "A")));
    return stack.graph();
  }

  private static ResourceGraph sized(String vpc, String instance, String subnet) {
    return stack(
            Changed.EXAMPLE
                .cell(io.cellwall.regions.model.CellName.parse("eu-west-1-cell-03"))
                .orElseThrow())
        .with("aws:ec2/vpc:Vpc", "c-vpc", Map.of("cidrBlock", vpc))
        .with("aws:ec2/subnet:Subnet", "c-data-az1", Map.of("vpcId", "c-vpc", "cidrBlock", subnet))
        .with(
            "aws:rds/clusterInstance:ClusterInstance",
            "c-database-1",
            Map.of("instanceClass", instance))
        .graph();
  }

  private static Waiver waiver(String finding, LocalDate expires) {
    return new Waiver(
        "fleet",
        finding,
        "urn:pulumi:x::y::z::" + finding,
        "needs the new driver",
        "jo",
        "SEC-12",
        expires,
        new Source("waivers/fleet.yaml", 3, 5));
  }
}
