package io.cellwall.fleet.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.cellwall.policies.catalogue.RuleCatalogue;
import io.cellwall.policies.catalogue.RuleEntry;
import io.cellwall.policies.waivers.Judgement;
import io.cellwall.policies.waivers.WaivedFinding;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import io.cellwall.regions.finding.Source;
import io.cellwall.regions.finding.Waiver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportPrinterTest {

  /** What would do something in a terminal, in HTML, Markdown, XML, JSON or a shell. */
  private static final String HOSTILE =
      "\u001b[2J\u202e|`x`<script>alert(1)</script> ]]> & \"' [a](javascript:b) @all #1 www.evil.example"
          + " https://evil.example \\ \ud800 \ufffe \u0000 </failure> | --- |\n## x";

  @Test
  void should_group_by_stack_and_rule_with_path_and_fix() {
    assertThat(print(ReportFormat.TEXT, report("holds the ARN of another cell")))
        .isEqualTo(
            """
            waivers/fleet.yaml:3:5: warning [WaiverUnused]
                covers nothing
                fix: remove it
            eu-west-1-cell-01  cells/eu-west-1-cell-01.yaml
                violation ForeignReference (2)
                    urn:a [ForeignReference-%s]
                        holds the ARN of another cell
                        path: urn:a -> key -> arn -> cell b
                    urn:b [ForeignReference-%s]
                        holds the ARN of another cell
                        path: urn:b -> key -> arn -> cell b
                    fix: name your own
                undecided UnknownValue (1)
                    urn:c [UnknownValue-%s]
                        holds the ARN of another cell
                        path: urn:c -> key -> arn -> cell b
                    fix: wire it
                waived MissingTags until 2026-12-31 by jo (SEC-12): holds the ARN of another cell
                    urn:d [MissingTags-%s]
                        holds the ARN of another cell
                        path: urn:d -> key -> arn -> cell b
                blocked: a wall is crossed
            eu-west-1-cell-02  cells/eu-west-1-cell-02.yaml
                pass: nothing crosses a wall

            Violations: 2. Undecided: 1. Warnings: 1. Waived: 1.
            """
                .formatted(hash("a"), hash("b"), hash("c"), hash("d")));
  }

  private static String hash(String name) {
    String rule =
        switch (name) {
          case "c" -> "UnknownValue";
          case "d" -> "MissingTags";
          default -> "ForeignReference";
        };
    Severity severity = name.equals("c") ? Severity.UNDECIDED : Severity.VIOLATION;
    String id = finding(rule, severity, "urn:" + name, "m", "f").id();
    return id.substring(id.indexOf('-') + 1);
  }

  @ParameterizedTest
  @EnumSource(ReportFormat.class)
  void should_show_every_finding_and_every_waiver_in_every_format(ReportFormat format) {
    String text = print(format, report("holds the ARN of another cell"));

    assertThat(text.replaceAll("&#58;", ":").replaceAll("&#45;", "-"))
        .contains("urn:a", "urn:b", "urn:c", "urn:d", "WaiverUnused")
        .contains("2026-12-31", "jo", "SEC-12");
  }

  @ParameterizedTest
  @EnumSource(ReportFormat.class)
  void should_make_hostile_text_inert(ReportFormat format) throws Exception {
    String text = print(format, report(HOSTILE));

    assertThat(text).doesNotContain("\u001b", "\u202e", "\u0000");
    switch (format) {
      case TEXT -> assertThat(text.lines()).noneMatch(line -> line.startsWith("#"));
      case JSON, SARIF -> assertThat(JsonMapper.shared().readTree(text).isObject()).isTrue();
      case JUNIT -> assertThat(suites(text)).isNotNull();
      case MARKDOWN -> {
        assertThat(text).doesNotContain("<script", "`", "[a]", "](", "@all", "www.", "://");
        // A row has its columns and no more, whatever is in them.
        assertThat(text.lines().filter(line -> line.startsWith("| violation")))
            .hasSize(2)
            .allMatch(line -> line.chars().filter(each -> each == '|').count() == 7);
        assertThat(text.lines().filter(line -> line.startsWith("#"))).hasSize(3);
      }
    }
  }

  @Test
  void should_be_sarif_by_its_schema_with_every_rule_and_the_waiver_as_suppression()
      throws IOException {
    // WHEN
    String text = print(ReportFormat.SARIF, report(HOSTILE));
    JsonNode run = JsonMapper.shared().readTree(text).path("runs").path(0);

    // THEN
    assertThat(schemaErrors(text)).isEmpty();
    assertThat(run.at("/tool/driver/rules").findValuesAsString("id"))
        .containsAll(RuleCatalogue.all().stream().map(RuleEntry::id).toList())
        .contains("CidrOverlap")
        .doesNotHaveDuplicates();
    assertThat(run.at("/tool/driver/rules").findValuesAsString("helpUri"))
        .containsAll(
            RuleCatalogue.all().stream()
                .flatMap(rule -> rule.references().stream().limit(1))
                .map(URI::toString)
                .toList());
    for (JsonNode result : run.path("results")) {
      JsonNode rule = run.at("/tool/driver/rules").path(result.path("ruleIndex").asInt());
      assertThat(rule.path("id")).isEqualTo(result.path("ruleId"));
      assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri").asString())
          .endsWith(".yaml");
    }
    assertThat(run.path("results").size()).isEqualTo(5);
    assertThat(run.path("results").path(3).path("level").asString()).isEqualTo("error");
    JsonNode suppressed = run.path("results").path(4);
    assertThat(suppressed.path("ruleId").asString()).isEqualTo("MissingTags");
    assertThat(suppressed.at("/suppressions/0/kind").asString()).isEqualTo("external");
    assertThat(suppressed.at("/suppressions/0/properties").toString())
        .isEqualTo("{\"expires\":\"2026-12-31\",\"approver\":\"jo\",\"ticket\":\"SEC-12\"}");
    assertThat(suppressed.at("/suppressions/0/justification").asString()).doesNotContain("[a](");
    assertThat(suppressed.at("/partialFingerprints").toString()).contains("MissingTags-");
  }

  @Test
  void should_have_a_file_and_a_line_for_every_result_of_sarif() throws IOException {
    // GIVEN findings without a place, in the inventory and in a stack, and one of a file as a whole
    Finding placeless = finding("UnknownValue", Severity.UNDECIDED, "urn:c", "m", "f");
    Finding ofFile =
        new Finding(
            "ZoneRemoved",
            Severity.VIOLATION,
            "zones/eu",
            "m",
            "f",
            List.of(),
            Optional.of(Source.ofFile("zones/eu.yaml")));
    Judgement judgement = new Judgement("edge-us", List.of(placeless), List.of());

    // WHEN
    String text =
        print(
            ReportFormat.SARIF,
            new Report(
                "fleet.yaml",
                List.of(placeless, ofFile),
                List.of(new Report.Section("zones/us.yaml", judgement))));

    // THEN
    assertThat(schemaErrors(text)).isEmpty();
    assertThat(
            JsonMapper.shared().readTree(text).at("/runs/0/results").findValues("physicalLocation"))
        .extracting(JsonNode::toString)
        .containsExactly(
            physical("fleet.yaml"), physical("zones/eu.yaml"), physical("zones/us.yaml"));
  }

  private static String physical(String file) {
    return "{\"artifactLocation\":{\"uri\":\"%s\"},\"region\":{\"startLine\":1,\"startColumn\":1}}"
        .formatted(file);
  }

  @Test
  void should_see_that_the_schema_of_sarif_refuses_what_is_not() throws IOException {
    assertThat(schemaErrors("{\"version\":\"2.1.0\",\"runs\":[{}]}")).isNotEmpty();
  }

  @Test
  void should_have_a_junit_suite_for_each_stack_and_a_case_for_each_rule() throws Exception {
    Document document = suites(print(ReportFormat.JUNIT, report("m")));

    Element cell = (Element) document.getElementsByTagName("testsuite").item(1);
    assertThat(cell.getAttribute("name")).isEqualTo("eu-west-1-cell-01");
    assertThat(cell.getAttribute("failures")).isEqualTo("2");
    assertThat(cell.getAttribute("skipped")).isEqualTo("1");
    assertThat(cell.getElementsByTagName("testcase").getLength())
        .isEqualTo(Integer.parseInt(cell.getAttribute("tests")))
        .isGreaterThan(10);
    assertThat(((Element) cell.getElementsByTagName("failure").item(1)).getAttribute("type"))
        .isEqualTo("undecided");
    assertThat(((Element) cell.getElementsByTagName("skipped").item(0)).getAttribute("message"))
        .isEqualTo("waived until 2026-12-31 by jo (SEC-12): m");
    Element clean = (Element) document.getElementsByTagName("testsuite").item(2);
    assertThat(clean.getAttribute("failures")).isEqualTo("0");
  }

  private static Report report(String text) {
    Source source = new Source("waivers/fleet.yaml", 3, 5);
    Finding unused =
        new Finding(
            "WaiverUnused",
            Severity.WARNING,
            "waivers/fleet",
            "covers nothing",
            "remove it",
            List.of(),
            Optional.of(source));
    Finding tags = finding("MissingTags", Severity.VIOLATION, "urn:d", text, "tag it");
    Waiver waiver =
        new Waiver(
            "fleet",
            "MissingTags",
            "urn:d",
            text,
            "jo",
            "SEC-12",
            LocalDate.of(2026, 12, 31),
            source);
    return new Report(
        "fleet.yaml",
        List.of(unused),
        List.of(
            new Report.Section(
                "cells/eu-west-1-cell-01.yaml",
                new Judgement(
                    "eu-west-1-cell-01",
                    List.of(
                        finding(
                            "ForeignReference", Severity.VIOLATION, "urn:a", text, "name your own"),
                        finding(
                            "ForeignReference", Severity.VIOLATION, "urn:b", text, "name your own"),
                        finding("UnknownValue", Severity.UNDECIDED, "urn:c", text, "wire it")),
                    List.of(new WaivedFinding(tags, waiver)))),
            new Report.Section(
                "cells/eu-west-1-cell-02.yaml",
                new Judgement("eu-west-1-cell-02", List.of(), List.of()))));
  }

  private static Finding finding(
      String rule, Severity severity, String subject, String message, String fix) {
    return new Finding(
        rule,
        severity,
        subject,
        message,
        fix,
        List.of(subject, "key", "arn", "cell b"),
        Optional.empty());
  }

  private static String print(ReportFormat format, Report report) {
    StringWriter text = new StringWriter();
    ReportPrinter.print(new PrintWriter(text), format, report);
    return text.toString();
  }

  private static Document suites(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Error> schemaErrors(String sarif) throws IOException {
    try (InputStream schema =
        Objects.requireNonNull(
            ReportPrinterTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"))) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON)
          .validate(sarif, InputFormat.JSON);
    }
  }
}
