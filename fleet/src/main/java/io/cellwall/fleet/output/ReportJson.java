package io.cellwall.fleet.output;

import io.cellwall.policies.waivers.Judgement;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A report as programs read it. */
final class ReportJson {

  private ReportJson() {}

  static ObjectNode of(Report report) {
    ObjectNode object = JsonOutput.object();
    ArrayNode stacks = object.putArray("stacks");
    for (Report.Section section : report.sections()) {
      Judgement judgement = section.judgement();
      ObjectNode stack = stacks.addObject();
      stack.put("stack", judgement.stack());
      stack.put("file", section.file());
      stack.put("verdict", judgement.verdict().name().toLowerCase(Locale.ROOT));
      stack.set("findings", JsonOutput.findings(judgement.findings()));
      stack.set("waived", JsonOutput.waived(judgement.waived()));
    }
    object.set("findings", JsonOutput.findings(report.standing()));
    return object;
  }
}
