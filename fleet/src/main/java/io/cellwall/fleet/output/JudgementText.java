package io.cellwall.fleet.output;

import io.cellwall.policies.waivers.Judgement;
import io.cellwall.policies.waivers.WaivedFinding;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Waiver;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The findings of one stack as people read them: by rule, each with its path, the fix once. */
public final class JudgementText {

  private JudgementText() {}

  private record Group(String severity, String rule, String fix) {}

  /** Prints what stands, then what was waived, indented by that many spaces. */
  public static void print(PrintWriter out, Judgement judgement, int indent) {
    Map<Group, List<Finding>> groups =
        judgement.findings().stream()
            .collect(
                Collectors.groupingBy(
                    JudgementText::group, LinkedHashMap::new, Collectors.toList()));
    String margin = " ".repeat(indent);
    groups.forEach(
        (group, findings) -> {
          line(out, margin, group.severity() + " " + group.rule() + " (" + findings.size() + ")");
          findings.forEach(finding -> finding(out, margin + "    ", finding));
          line(out, margin + "    ", "fix: " + group.fix());
        });
    for (WaivedFinding each : judgement.waived()) {
      line(out, margin, "waived " + each.finding().rule() + " " + granted(each.waiver()));
      finding(out, margin + "    ", each.finding());
    }
  }

  private static void finding(PrintWriter out, String margin, Finding finding) {
    line(out, margin, finding.subject() + " [" + finding.id() + "]");
    line(out, margin + "    ", finding.message());
    if (finding.path().size() > 1) {
      line(out, margin + "    ", "path: " + String.join(" -> ", finding.path()));
    }
  }

  /** Until when, by whom, where and why. */
  static String granted(Waiver waiver) {
    return "until "
        + waiver.expires()
        + " by "
        + waiver.approver()
        + " ("
        + waiver.ticket()
        + "): "
        + waiver.reason();
  }

  private static Group group(Finding finding) {
    return new Group(
        finding.severity().name().toLowerCase(Locale.ROOT), finding.rule(), finding.hint());
  }

  private static void line(PrintWriter out, String margin, String text) {
    out.println(margin + Inert.text(text));
  }
}
