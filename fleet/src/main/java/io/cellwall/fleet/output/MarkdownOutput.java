package io.cellwall.fleet.output;

import io.cellwall.policies.waivers.Judgement;
import io.cellwall.policies.waivers.WaivedFinding;
import io.cellwall.regions.finding.Finding;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * Findings as GitHub's Markdown, for a comment on a pull request.
 *
 * <p>Whatever comes from a program, a state or a template is only ever text: no mark-up, no HTML,
 * no link, no mention.
 *
 * @see <a href="https://github.github.com/gfm/">GitHub Flavored Markdown</a>
 */
final class MarkdownOutput {

  private static final String SPECIAL = "\\`*_{}[]()#!|~<>&$@\"'+=^:";

  private MarkdownOutput() {}

  static void print(PrintWriter out, Report report) {
    out.println("# Cellwall: " + (report.blocks() ? "blocked" : "pass"));
    out.println();
    out.println(report.counts());
    if (!report.inventory().isEmpty()) {
      heading(out, "inventory");
      table(out, report.inventory());
    }
    for (Report.Section section : report.sections()) {
      Judgement judgement = section.judgement();
      if (!judgement.findings().isEmpty() || !judgement.waived().isEmpty()) {
        heading(out, judgement.stack());
      }
      if (!judgement.findings().isEmpty()) {
        table(out, judgement.findings());
      }
      if (!judgement.waived().isEmpty()) {
        waived(out, judgement.waived());
      }
    }
  }

  private static void heading(PrintWriter out, String text) {
    out.println();
    out.println("## " + inert(text));
  }

  private static void table(PrintWriter out, List<Finding> findings) {
    out.println();
    out.println("| severity | rule | where | what | path | fix |");
    out.println("| --- | --- | --- | --- | --- | --- |");
    for (Finding finding : findings) {
      row(
          out,
          finding.severity().name().toLowerCase(Locale.ROOT),
          finding.rule(),
          finding.source().map(Object::toString).orElse(finding.subject()),
          finding.message(),
          finding.path().size() > 1 ? String.join(" → ", finding.path()) : "",
          finding.hint());
    }
  }

  private static void waived(PrintWriter out, List<WaivedFinding> waived) {
    out.println();
    out.println("| waived | where | what | until | approver | ticket | reason |");
    out.println("| --- | --- | --- | --- | --- | --- | --- |");
    for (WaivedFinding each : waived) {
      row(
          out,
          each.finding().rule(),
          each.finding().subject(),
          each.finding().message(),
          each.waiver().expires().toString(),
          each.waiver().approver(),
          each.waiver().ticket(),
          each.waiver().reason());
    }
  }

  private static void row(PrintWriter out, String... cells) {
    StringBuilder row = new StringBuilder("|");
    for (String cell : cells) {
      row.append(' ').append(inert(cell)).append(" |");
    }
    out.println(row);
  }

  /**
   * Text that Markdown cannot take for anything else. A character reference is never structure; the
   * empty comment keeps a rendered {@code @name} or {@code #1} from becoming a mention.
   */
  static String inert(String text) {
    StringBuilder inert = new StringBuilder();
    for (int point : Inert.text(text).codePoints().toArray()) {
      if (SPECIAL.indexOf(point) >= 0) {
        inert.append("&#").append(point).append(';');
        if (point == '@' || point == '#') {
          inert.append("<!-- -->");
        }
      } else {
        inert.appendCodePoint(point);
      }
    }
    // GitHub makes links of these without any mark-up.
    return inert.toString().replaceAll("(?i)www\\.", "www&#46;");
  }
}
