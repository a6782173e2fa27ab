package io.cellwall.fleet.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.fleet.graph.TestStack;
import io.cellwall.fleet.output.JsonOutput;
import io.cellwall.fleet.output.ReportFormat;
import io.cellwall.fleet.output.ReportPrinter;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import io.cellwall.regions.finding.Source;
import io.cellwall.regions.finding.Waiver;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.xml.sax.InputSource;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a name, a value, a reason or a message holds, every output keeps its shape. */
class ChangeOutputsProperties {

  private static final String HARMLESS = "harmless";

  @Provide
  Arbitrary<String> anything() {
    Arbitrary<String> pieces =
        Arbitraries.oneOf(
            Arbitraries.strings().all().ofMaxLength(12),
            Arbitraries.strings().ascii().ofMaxLength(12),
            Arbitraries.of(
                "\n",
                "\r\n",
                "\n\n",
                "```",
                "\n```\n",
                "~~~",
                "|",
                "\\|",
                "<!--",
                "-->",
                "]]>",
                "</details>",
                "<summary>",
                "<script>",
                "&amp;",
                "&#10;",
                "](",
                "@all",
                "#1",
                "://",
                "www.",
                "\u001b[31m",
                "\u009b2J",
                "\u202e",
                "\u2028",
                "\ufeff",
                "\ud800",
                "\uffff",
                "{{ 7*7 }}",
                "%s",
                "${x}",
                "'",
                "\"",
                "\\"));
    return pieces.list().ofMinSize(1).ofMaxSize(6).map(list -> String.join("", list));
  }

  // Everything that others write, in one change: names, types, properties, values, findings,
  // waivers.
  private static Changed changed(String text) {
    return new Changed()
        .stack(stack(text, "before").graph(), stack(text, "after").graph())
        .finding(
            "eu-west-1-cell-03",
            new Finding(
                "ForeignReference",
                Severity.VIOLATION,
                text,
                text,
                text,
                List.of(text, text),
                Optional.of(new Source("cells/x.yaml", 1, 1))))
        .waiver(
            new Waiver(
                "fleet",
                "MissingTags",
                text,
                text,
                text,
                text,
                LocalDate.of(2026, 12, 1),
                new Source("waivers/fleet.yaml", 3, 5)),
            true);
  }

  private static TestStack stack(String text, String side) {
    return new TestStack("eu-west-1-cell-03", "206626436606", "eu-west-1")
        .with("aws:kms/key:Key", "key" + text, Map.of("keyUsage", side + text, "k" + text, side))
        .with("aws:x/y:Z" + text, "n" + text, Map.of("a", side + text));
  }

  private static String printed(ReportFormat format, Changed changed) {
    StringWriter out = new StringWriter();
    ReportPrinter.print(
        new PrintWriter(out, true),
        format,
        ChangeReport.with(changed.report(), changed.change(), List.of("StatefulReplaced")));
    return out.toString();
  }

  private static void assertSteersNothing(String text) {
    assertThat(text.codePoints())
        .noneMatch(
            point ->
                (Character.isISOControl(point) && point != '\n')
                    || Character.getType(point) == Character.FORMAT
                    || point == 0x2028
                    || point == 0x2029);
  }

  @Property(tries = 200)
  void should_keep_the_lines_of_the_terminal(@ForAll("anything") String text) {
    String shown = changed(text).text();
    assertSteersNothing(shown);
    assertThat(shown.lines().count()).isEqualTo(changed(HARMLESS).text().lines().count());
  }

  @Property(tries = 200)
  void should_keep_the_lines_and_folds_of_the_comment(@ForAll("anything") String text) {
    String shown = changed(text).markdown();
    assertSteersNothing(shown);
    assertThat(shown.length()).isLessThanOrEqualTo(65_536);
    List<String> lines = shown.lines().toList();
    List<String> harmless = changed(HARMLESS).markdown().lines().toList();
    // A fold, a block of code, a heading and a row are where they were: nothing opened or closed
    // one.
    assertThat(lines.stream().map(ChangeOutputsProperties::shape))
        .containsExactlyElementsOf(harmless.stream().map(ChangeOutputsProperties::shape).toList());
  }

  private static String shape(String line) {
    if (line.startsWith("| ")) {
      return "row of " + line.chars().filter(each -> each == '|').count();
    }
    if (line.startsWith("<details><summary>")) {
      return line.endsWith("</summary>") && line.chars().filter(each -> each == '<').count() == 3
          ? "fold"
          : line;
    }
    return line.matches("[-+! ] .*") ? "code" : line;
  }

  @Property(tries = 100)
  void should_keep_the_structure_of_json_and_sarif(@ForAll("anything") String text) {
    StringWriter json = new StringWriter();
    JsonOutput.print(new PrintWriter(json, true), ChangeJson.of(changed(text).change()));
    for (String shown : List.of(json.toString(), printed(ReportFormat.SARIF, changed(text)))) {
      assertSteersNothing(shown);
      assertThat(JsonMapper.shared().readTree(shown).isObject()).isTrue();
    }
  }

  @Property(tries = 100)
  void should_keep_the_structure_of_junit(@ForAll("anything") String text) throws Exception {
    String shown = printed(ReportFormat.JUNIT, changed(text));
    assertSteersNothing(shown);
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    assertThat(cases(factory, shown))
        .isEqualTo(cases(factory, printed(ReportFormat.JUNIT, changed(HARMLESS))));
  }

  private static int cases(DocumentBuilderFactory factory, String xml) throws Exception {
    return factory
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)))
        .getElementsByTagName("*")
        .getLength();
  }
}
