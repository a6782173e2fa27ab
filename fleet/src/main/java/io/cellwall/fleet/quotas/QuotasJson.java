package io.cellwall.fleet.quotas;

import io.cellwall.fleet.output.JsonOutput;
import io.cellwall.regions.quotas.QuotaTable;
import io.cellwall.regions.quotas.QuotaVerdict;
import io.cellwall.regions.written.Scalar;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The comparison as programs read it. */
final class QuotasJson {

  private QuotasJson() {}

  static ObjectNode of(QuotaReport report, QuotaTable table) {
    ObjectNode object = JsonOutput.object().put("defaultsOf", table.date().toString());
    ObjectNode stacks = object.putObject("stacksByAccount");
    report
        .stacks()
        .forEach(
            (account, names) -> {
              ArrayNode list = stacks.putArray(account);
              names.forEach(list::add);
            });
    ArrayNode quotas = object.putArray("quotas");
    report.verdicts().forEach(verdict -> quotas.add(verdict(verdict)));
    ObjectNode uncounted = object.putObject("noQuotaKnown");
    report.uncounted().forEach(uncounted::put);
    ArrayNode autoMode = object.putArray("nodesNotCounted");
    report.autoMode().forEach(autoMode::add);
    object.set("findings", JsonOutput.findings(report.findings()));
    return object;
  }

  private static ObjectNode verdict(QuotaVerdict verdict) {
    return JsonOutput.plainObject()
        .put("account", verdict.need().account().value())
        .put("region", verdict.need().region().code())
        .put("code", verdict.quota().code().value())
        .put("service", verdict.quota().service())
        .put("name", verdict.quota().name())
        .put("scope", Scalar.label(verdict.quota().scope()))
        .put("mostOn", verdict.need().subject())
        .put("needed", verdict.need().count())
        .put("limit", verdict.limit())
        .put("from", verdict.approved() ? "approved" : "default")
        .put("short", verdict.isShort())
        .put("source", verdict.quota().source().toString());
  }
}
