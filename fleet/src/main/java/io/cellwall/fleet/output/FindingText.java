package io.cellwall.fleet.output;

import io.cellwall.regions.finding.Finding;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Findings as people read them: where, what it is and must be, how to fix it. */
public final class FindingText {

  private FindingText() {}

  /** Prints the findings in their order, indented by that many spaces. */
  public static void print(PrintWriter out, List<Finding> findings, int indent) {
    String margin = " ".repeat(indent);
    for (Finding finding : findings) {
      String where = finding.source().map(Object::toString).orElse(finding.subject());
      line(out, margin, "%s: %s [%s]".formatted(where, label(finding), finding.rule()));
      line(out, margin + "    ", finding.message());
      if (!finding.path().isEmpty()) {
        line(out, margin + "    ", "path: " + String.join(" -> ", finding.path()));
      }
      line(out, margin + "    ", "fix: " + finding.hint());
    }
  }

  private static void line(PrintWriter out, String margin, String text) {
    out.println(margin + Inert.text(text));
  }

  private static String label(Finding finding) {
    return finding.severity().name().toLowerCase(Locale.ROOT);
  }
}
