package io.cellwall.fleet.output;

import io.cellwall.policies.waivers.WaivedFinding;
import io.cellwall.regions.finding.Finding;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Findings as JUnit's XML: a suite for each stack, a test case for each rule on it. What blocks, an
 * undecided finding too, is a failure; a rule of which all findings are waived is skipped, and says
 * until when.
 */
final class JunitOutput {

  private final XMLStreamWriter xml;

  private JunitOutput(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static void print(PrintWriter out, Report report) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new JunitOutput(xml).document(report);
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("XML is written to memory", e);
    }
    out.println(text);
  }

  private void document(Report report) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    line();
    xml.writeStartElement("testsuites");
    xml.writeAttribute("name", "cellwall");
    line();
    List<String> none = List.of("inventory");
    suite("inventory", none, report.inventory(), List.of());
    for (Report.Section section : report.sections()) {
      suite(
          section.judgement().stack(),
          report.rules(),
          section.judgement().findings(),
          section.judgement().waived());
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void suite(
      String name, List<String> rules, List<Finding> findings, List<WaivedFinding> waived)
      throws XMLStreamException {
    Map<String, List<Finding>> standing = new LinkedHashMap<>();
    rules.forEach(rule -> standing.put(rule, new ArrayList<>()));
    for (Finding finding : findings) {
      standing.computeIfAbsent(finding.rule(), rule -> new ArrayList<>()).add(finding);
    }
    Map<String, List<WaivedFinding>> granted =
        waived.stream().collect(Collectors.groupingBy(each -> each.finding().rule()));
    granted.keySet().forEach(rule -> standing.computeIfAbsent(rule, key -> new ArrayList<>()));
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", Inert.text(name));
    xml.writeAttribute("tests", String.valueOf(standing.size()));
    xml.writeAttribute(
        "failures", String.valueOf(standing.values().stream().filter(JunitOutput::fails).count()));
    xml.writeAttribute("errors", "0");
    xml.writeAttribute(
        "skipped",
        String.valueOf(
            granted.keySet().stream()
                .filter(rule -> !fails(standing.getOrDefault(rule, List.of())))
                .count()));
    line();
    for (Map.Entry<String, List<Finding>> rule : standing.entrySet()) {
      testCase(
          name, rule.getKey(), rule.getValue(), granted.getOrDefault(rule.getKey(), List.of()));
    }
    xml.writeEndElement();
    line();
  }

  private static boolean fails(List<Finding> findings) {
    return findings.stream().anyMatch(Finding::blocks);
  }

  private void testCase(
      String suite, String rule, List<Finding> findings, List<WaivedFinding> waived)
      throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", Inert.text(suite));
    xml.writeAttribute("name", Inert.text(rule));
    if (fails(findings)) {
      Finding worst = findings.stream().min(JunitOutput::bySeverity).orElseThrow();
      xml.writeStartElement("failure");
      xml.writeAttribute("type", worst.severity().name().toLowerCase(Locale.ROOT));
      xml.writeAttribute(
          "message",
          clean(
              worst.message()
                  + (findings.size() > 1 ? " (and " + (findings.size() - 1) + " more)" : "")));
      xml.writeCharacters(
          findings.stream().map(JunitOutput::told).collect(Collectors.joining("\n")));
      xml.writeEndElement();
    } else if (!waived.isEmpty()) {
      xml.writeStartElement("skipped");
      xml.writeAttribute(
          "message",
          clean(
              waived.stream()
                  .map(each -> "waived " + JudgementText.granted(each.waiver()))
                  .distinct()
                  .collect(Collectors.joining("; "))));
      xml.writeEndElement();
    }
    List<String> more = new ArrayList<>();
    if (!fails(findings)) {
      findings.forEach(finding -> more.add(told(finding)));
    }
    waived.forEach(each -> more.add("waived: " + told(each.finding())));
    if (!more.isEmpty()) {
      xml.writeStartElement("system-out");
      xml.writeCharacters(String.join("\n", more));
      xml.writeEndElement();
    }
    xml.writeEndElement();
    line();
  }

  private static int bySeverity(Finding one, Finding other) {
    return one.severity().compareTo(other.severity());
  }

  private static String told(Finding finding) {
    String where = finding.source().map(Object::toString).orElse(finding.subject());
    String path =
        finding.path().size() > 1 ? "\n  path: " + clean(String.join(" -> ", finding.path())) : "";
    return "%s %s [%s]\n  %s%s\n  fix: %s"
        .formatted(
            finding.severity().name().toLowerCase(Locale.ROOT),
            clean(where),
            clean(finding.id()),
            clean(finding.message()),
            path,
            clean(finding.hint()));
  }

  // XML 1.0 has no control characters, lone surrogates, U+FFFE or U+FFFF, not even escaped.
  private static String clean(String text) {
    return Inert.text(text).replaceAll("[\\ud800-\\udfff\\ufffe\\uffff]", "?");
  }

  private void line() throws XMLStreamException {
    xml.writeCharacters("\n");
  }
}
