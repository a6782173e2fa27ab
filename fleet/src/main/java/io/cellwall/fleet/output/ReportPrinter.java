package io.cellwall.fleet.output;

import io.cellwall.policies.waivers.Judgement;
import java.io.PrintWriter;

/** Prints a report in the format that was asked for. */
public final class ReportPrinter {

  private ReportPrinter() {}

  /** Prints the report and nothing else. */
  public static void print(PrintWriter out, ReportFormat format, Report report) {
    switch (format) {
      case TEXT -> text(out, report);
      case JSON -> JsonOutput.print(out, ReportJson.of(report));
      case MARKDOWN -> MarkdownOutput.print(out, report);
      case SARIF -> JsonOutput.print(out, SarifOutput.of(report));
      case JUNIT -> JunitOutput.print(out, report);
    }
    out.flush();
  }

  private static void text(PrintWriter out, Report report) {
    FindingText.print(out, report.inventory(), 0);
    for (Report.Section section : report.sections()) {
      Judgement judgement = section.judgement();
      out.println(Inert.text(judgement.stack() + "  " + section.file()));
      JudgementText.print(out, judgement, 4);
      out.println("    " + verdict(judgement));
    }
    out.println();
    out.println(report.counts());
  }

  /** The verdict in words. */
  public static String verdict(Judgement judgement) {
    return switch (judgement.verdict()) {
      case PASS -> "pass: nothing crosses a wall";
      case UNDECIDED -> "blocked: not every crossing could be ruled out";
      case VIOLATION -> "blocked: a wall is crossed";
    };
  }
}
