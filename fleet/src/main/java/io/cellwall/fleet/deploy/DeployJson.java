package io.cellwall.fleet.deploy;

import io.cellwall.fleet.doctor.ExaminationJson;
import io.cellwall.fleet.output.JsonOutput;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A deployment for programs. */
final class DeployJson {

  private DeployJson() {}

  static ObjectNode of(DeployReport report) {
    ObjectNode object = JsonOutput.object();
    object.put("stack", report.stack());
    object.put("result", report.result().name().toLowerCase(Locale.ROOT));
    report.work().ifPresent(work -> work(object, work));
    report
        .plan()
        .ifPresent(
            plan ->
                object.put("plan", plan.file().toString()).put("seal", plan.sealFile().toString()));
    ArrayNode problems = object.putArray("problems");
    report.problems().forEach(problems::add);
    report
        .made()
        .ifPresent(
            made -> {
              ObjectNode node = object.putObject("engine");
              node.put("exitCode", made.exit()).put("milliseconds", made.time().toMillis());
              ObjectNode changes = node.putObject("changes");
              made.changes().forEach(changes::put);
              ArrayNode errors = node.putArray("errors");
              made.errors().forEach(errors::add);
            });
    report
        .examination()
        .ifPresent(found -> ExaminationJson.put(object.putObject("examination"), found));
    report
        .descriptor()
        .ifPresent(
            found -> {
              ObjectNode node = object.putObject("descriptor");
              node.put("parameter", found.parameter());
              node.put("region", found.region());
              found.text().ifPresent(text -> node.put("text", text));
            });
    ArrayNode next = object.putArray("next");
    report.next().forEach(next::add);
    return object;
  }

  private static void work(ObjectNode object, Work work) {
    ObjectNode counts = object.putObject("counts");
    work.counts().forEach(counts::put);
    ArrayNode changes = object.putArray("changes");
    for (Work.Change change : work.changes()) {
      ObjectNode node = changes.addObject();
      node.put("operation", change.operation()).put("urn", change.urn());
      node.put("losesState", change.losesState());
      ArrayNode properties = node.putArray("properties");
      change.properties().forEach(properties::add);
    }
    ArrayNode findings = object.putArray("findings");
    work.findings()
        .forEach(
            each ->
                findings
                    .addObject()
                    .put("rule", each.policy())
                    .put("subject", each.urn())
                    .put("message", each.message())
                    .put("blocks", each.blocks()));
  }
}
