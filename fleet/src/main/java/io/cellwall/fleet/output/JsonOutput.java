package io.cellwall.fleet.output;

import io.cellwall.policies.waivers.WaivedFinding;
import io.cellwall.regions.finding.Finding;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Results as programs read them: one object, with the version of its schema first. */
public final class JsonOutput {

  /** Grows when a field goes away or changes its meaning, not when one is added. */
  public static final int SCHEMA_VERSION = 1;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(JsonFactory.builder().characterEscapes(new DeleteEscaped()).build())
          .enable(SerializationFeature.INDENT_OUTPUT)
          // So that no character of a program's steers the terminal of who looks at it.
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

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

  /** The waived findings as a list of objects, each with its waiver. */
  public static ArrayNode waived(List<WaivedFinding> waived) {
    ArrayNode list = MAPPER.createArrayNode();
    for (WaivedFinding each : waived) {
      ObjectNode node = finding(each.finding());
      node.putObject("waiver")
          .put("expires", each.waiver().expires().toString())
          .put("approver", each.waiver().approver())
          .put("ticket", each.waiver().ticket())
          .put("reason", each.waiver().reason())
          .put("source", each.waiver().source().toString());
      list.add(node);
    }
    return list;
  }

  private static ObjectNode finding(Finding finding) {
    ObjectNode node =
        MAPPER
            .createObjectNode()
            .put("id", finding.id())
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
