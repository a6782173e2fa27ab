package io.cellwall.fleet.output;

import io.cellwall.policies.catalogue.RuleCatalogue;
import io.cellwall.policies.catalogue.RuleEntry;
import io.cellwall.policies.waivers.WaivedFinding;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import io.cellwall.regions.finding.Source;
import io.cellwall.regions.finding.Waiver;
import io.cellwall.regions.validation.InventoryRules;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Findings as SARIF 2.1.0.
 *
 * <p>Every rule is declared, found or not, so that a service that keeps alerts closes those that
 * are no longer found. A waiver is a suppression. Undecided is an error, since it blocks. Every
 * result has a file and a line: code scanning refuses all of them where one has none.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 */
final class SarifOutput {

  private final ObjectNode document = JsonOutput.plainObject();
  private final ArrayNode rules;
  private final ArrayNode results;
  private final Map<String, Integer> indexes = new LinkedHashMap<>();

  private SarifOutput() {
    document.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    document.put("version", "2.1.0");
    ObjectNode run = document.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "Cellwall");
    rules = driver.putArray("rules");
    run.put("columnKind", "unicodeCodePoints");
    results = run.putArray("results");
    RuleCatalogue.all().forEach(this::declare);
    InventoryRules.ids().forEach(this::declare);
  }

  static ObjectNode of(Report report) {
    SarifOutput sarif = new SarifOutput();
    report.rules().forEach(sarif::declare);
    for (Finding finding : report.inventory()) {
      sarif.result(finding, "inventory", report.file());
    }
    for (Report.Section section : report.sections()) {
      for (Finding finding : section.judgement().findings()) {
        sarif.result(finding, section.judgement().stack(), section.file());
      }
      for (WaivedFinding waived : section.judgement().waived()) {
        suppress(
            sarif.result(waived.finding(), section.judgement().stack(), section.file()),
            waived.waiver());
      }
    }
    return sarif.document;
  }

  private void declare(RuleEntry entry) {
    ObjectNode rule = rule(entry.id());
    rule.putObject("fullDescription").put("text", entry.explanation());
    rule.putObject("help").put("text", entry.fix());
    entry.references().stream().findFirst().ifPresent(uri -> rule.put("helpUri", uri.toString()));
    rule.putObject("defaultConfiguration").put("level", level(entry.severity()));
  }

  private void declare(String id) {
    if (!indexes.containsKey(id)) {
      rule(id);
    }
  }

  private ObjectNode rule(String id) {
    indexes.put(id, indexes.size());
    ObjectNode rule = rules.addObject().put("id", id).put("name", id);
    rule.putObject("shortDescription").put("text", words(id));
    return rule;
  }

  private ObjectNode result(Finding finding, String stack, String file) {
    declare(finding.rule());
    ObjectNode result = results.addObject();
    result.put("ruleId", finding.rule());
    result.put("ruleIndex", indexes.get(finding.rule()));
    result.put("level", level(finding.severity()));
    result.putObject("message").put("text", text(finding.message() + ". Fix: " + finding.hint()));
    ObjectNode location = result.putArray("locations").addObject();
    physical(
        location.putObject("physicalLocation"),
        finding.source().orElseGet(() -> Source.ofFile(file)));
    location
        .putArray("logicalLocations")
        .addObject()
        .put("fullyQualifiedName", Inert.text(finding.subject()))
        .put("kind", "resource");
    result.putObject("partialFingerprints").put("cellwall/v1", finding.id());
    ObjectNode properties = result.putObject("properties");
    properties.put("stack", Inert.text(stack));
    properties.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
    ArrayNode path = properties.putArray("path");
    finding.path().forEach(step -> path.add(Inert.text(step)));
    return result;
  }

  private static void suppress(ObjectNode result, Waiver waiver) {
    ObjectNode suppression = result.putArray("suppressions").addObject();
    suppression.put("kind", "external");
    suppression.put("status", "accepted");
    suppression.put("justification", text(waiver.reason()));
    suppression
        .putObject("properties")
        .put("expires", waiver.expires().toString())
        .put("approver", Inert.text(waiver.approver()))
        .put("ticket", Inert.text(waiver.ticket()));
  }

  private static void physical(ObjectNode location, Source source) {
    location.putObject("artifactLocation").put("uri", uri(source.file()));
    location
        .putObject("region")
        .put("startLine", Math.max(1, source.line()))
        .put("startColumn", Math.max(1, source.column()));
  }

  private static String uri(String file) {
    try {
      // With a path that has a scheme's colon first, "./" keeps it a path.
      String path = file.replace('\\', '/');
      return new URI(
              null, null, path.contains(":") && !path.startsWith("/") ? "./" + path : path, null)
          .toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a quoted path is a URI", e);
    }
  }

  private static String level(Severity severity) {
    return severity.blocks() ? "error" : "warning";
  }

  // In a SARIF message [text](target) is a link, in plain text too.
  private static String text(String text) {
    return Inert.text(text).replace("](", "\\](");
  }

  // RegionOutsideZone is "Region outside zone".
  private static String words(String id) {
    String words = id.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
