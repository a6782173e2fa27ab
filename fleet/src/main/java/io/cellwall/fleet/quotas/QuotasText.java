package io.cellwall.fleet.quotas;

import io.cellwall.fleet.output.FindingText;
import io.cellwall.fleet.output.Table;
import io.cellwall.regions.quotas.QuotaTable;
import io.cellwall.regions.quotas.QuotaVerdict;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The comparison as people read it: a table per account and region, then what is short. */
final class QuotasText {

  private QuotasText() {}

  static void print(PrintWriter out, QuotaReport report, QuotaTable table) {
    Map<String, List<QuotaVerdict>> groups =
        report.verdicts().stream()
            .collect(
                Collectors.groupingBy(
                    verdict -> heading(report, verdict), LinkedHashMap::new, Collectors.toList()));
    groups.forEach((heading, verdicts) -> group(out, heading, verdicts));
    FindingText.print(out, report.findings(), 0);
    if (!report.autoMode().isEmpty()) {
      out.println(
          "Not counted: the nodes of EKS Auto Mode (%s). Compare your expected peak of virtual CPUs"
                  .formatted(String.join(", ", report.autoMode()))
              + " with L-1216C47A, whose default is 5.");
    }
    if (!report.uncounted().isEmpty()) {
      out.println("No quota is known here for: " + listed(report.uncounted()) + ".");
    }
    long tooFew = report.verdicts().stream().filter(QuotaVerdict::isShort).count();
    out.printf(
        "Accounts and regions: %d. Quotas compared: %d. Short: %d. AWS's defaults as of %s.%n",
        groups.size(), report.verdicts().size(), tooFew, table.date());
  }

  private static String heading(QuotaReport report, QuotaVerdict verdict) {
    String account = verdict.need().account().value();
    return "%s  account %s  %s"
        .formatted(
            String.join(", ", report.stacks().getOrDefault(account, new TreeSet<>())),
            account,
            verdict.need().region());
  }

  private static void group(PrintWriter out, String heading, List<QuotaVerdict> verdicts) {
    out.println(heading);
    Table rows =
        new Table()
            .text("  QUOTA")
            .text("CODE")
            .number("NEEDED")
            .number("LIMIT")
            .text("FROM")
            .text("STATE")
            .text("MOST ON");
    for (QuotaVerdict verdict : verdicts) {
      rows.row(
          "  " + verdict.quota().name(),
          verdict.quota().code(),
          "%,d".formatted(verdict.need().count()),
          "%,d".formatted(verdict.limit()),
          verdict.approved() ? "approved" : "default",
          verdict.isShort() ? "SHORT" : "ok",
          verdict.need().subject());
    }
    rows.print(out);
    out.println();
  }

  private static String listed(Map<String, Long> types) {
    return types.entrySet().stream()
        .map(type -> type.getValue() + " " + type.getKey())
        .collect(Collectors.joining(", "));
  }
}
