package io.cellwall.fleet.output;

import io.cellwall.regions.finding.Finding;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Results as programs read them: one object, with the version of its schema first. */
public final class JsonOutput {

  /** Grows when a field goes away or changes its meaning, not when one is added. */
  public static final int SCHEMA_VERSION = 1;

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private JsonOutput() {}

  /** An object that so far says only its schema's version. */
  public static ObjectNode object() {
    return plainObject().put("schemaVersion", SCHEMA_VERSION);
  }

  /** An object inside another one. */
  public static ObjectNode plainObject() {
    return MAPPER.createObjectNode();
  }

  /** The findings as a list of objects, in their order. */
  public static ArrayNode findings(List<Finding> findings) {
    ArrayNode list = MAPPER.createArrayNode();
    findings.forEach(finding -> list.add(finding(finding)));
    return list;
  }

  private static ObjectNode finding(Finding finding) {
    ObjectNode node =
        MAPPER
            .createObjectNode()
            .put("rule", finding.rule())
            .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
            .put("subject", finding.subject())
            .put("message", finding.message())
            .put("hint", finding.hint());
    ArrayNode path = node.putArray("path");
    finding.path().forEach(path::add);
    finding
        .source()
        .ifPresent(
            source ->
                node.putObject("source")
                    .put("file", source.file())
                    .put("line", source.line())
                    .put("column", source.column()));
    return node;
  }

  /** Prints the object on a line of its own. */
  public static void print(PrintWriter out, ObjectNode object) {
    out.println(MAPPER.writeValueAsString(object));
  }
}
