package io.cellwall.fleet.preview;

import io.cellwall.fleet.change.ChangeJson;
import io.cellwall.fleet.change.ChangeMarkdown;
import io.cellwall.fleet.change.ChangeReport;
import io.cellwall.fleet.change.ChangeText;
import io.cellwall.fleet.change.FleetChange;
import io.cellwall.fleet.change.StackChange;
import io.cellwall.fleet.change.danger.Dangers;
import io.cellwall.fleet.inventory.InventoryOption;
import io.cellwall.fleet.output.FindingText;
import io.cellwall.fleet.output.JsonOutput;
import io.cellwall.fleet.output.JudgementText;
import io.cellwall.fleet.output.ReportFormat;
import io.cellwall.fleet.output.ReportPrinter;
import io.cellwall.policies.waivers.Judgement;
import io.cellwall.regions.finding.Finding;
import java.io.PrintWriter;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * Prints a comparison in the format that was asked for.
 *
 * @param out where it goes
 * @param inventory names the file of each stack
 * @param dangers the rules that looked for what stands out
 */
record ChangePrinter(PrintWriter out, InventoryOption inventory, Dangers dangers) {

  void print(ReportFormat format, FleetPreview preview, FleetChange change) {
    switch (format) {
      case TEXT -> text(preview, change);
      case JSON -> json(preview, change);
      case MARKDOWN -> ChangeMarkdown.print(out, change, preview.report(inventory));
      case SARIF, JUNIT ->
          ReportPrinter.print(
              out, format, ChangeReport.with(preview.report(inventory), change, dangers.ids()));
    }
    out.flush();
  }

  private void text(FleetPreview preview, FleetChange change) {
    ChangeText.print(out, change);
    out.println();
    FindingText.print(out, preview.inventoryFindings(), 0);
    Set<String> changed =
        change.changed().stream().map(StackChange::stack).collect(Collectors.toSet());
    long standing = 0;
    for (StackPreview stack : preview.stacks()) {
      Judgement judgement = stack.judgement();
      if (judgement.findings().isEmpty() && judgement.waived().isEmpty()) {
        continue;
      }
      if (judgement.findings().stream().anyMatch(Finding::blocks)
          || changed.contains(stack.program().name().value())) {
        out.println(stack.name());
        JudgementText.print(out, judgement, 4);
        out.println("    " + ReportPrinter.verdict(judgement));
      } else {
        standing += judgement.findings().size() + judgement.waived().size();
      }
    }
    if (standing > 0) {
      // What a change has no part in would bury it.
      out.println(
          "%,d %s or waived, of stacks that do not change: \"cellwall preview\" shows %s"
              .formatted(
                  standing,
                  standing == 1 ? "finding is a warning" : "findings are warnings",
                  standing == 1 ? "it" : "them"));
    }
    out.println(PreviewText.summary(preview).strip());
  }

  private void json(FleetPreview preview, FleetChange change) {
    ObjectNode object = PreviewJson.of(preview);
    object.set("change", ChangeJson.of(change));
    JsonOutput.print(out, object);
  }
}
