package io.cellwall.fleet.change;

import io.cellwall.fleet.output.Inert;
import io.cellwall.fleet.output.Report;
import io.cellwall.policies.waivers.WaivedFinding;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A change as a comment on a pull request: what a reviewer must know on the first screen, all else
 * folded; never longer than a comment may be.
 *
 * @see <a href="https://github.github.com/gfm/">GitHub Flavored Markdown</a>
 */
public final class ChangeMarkdown {

  /**
   * The first line, printed before all else, by which a rerun finds the comment that it replaces.
   */
  public static final String MARKER = "<!-- cellwall:preview -->";

  private static final int NAMES = 20;
  private static final int ROWS = 20;

  private final FleetChange change;
  private final Report report;
  private final CommentLength comment = new CommentLength();

  private ChangeMarkdown(FleetChange change, Report report) {
    this.change = change;
    this.report = report;
  }

  /**
   * Prints the comment.
   *
   * @param report what stands against the stacks as they become
   */
  public static void print(PrintWriter out, FleetChange change, Report report) {
    ChangeMarkdown markdown = new ChangeMarkdown(change, report);
    markdown.first();
    markdown.standing();
    markdown.dangers();
    markdown.groups();
    markdown.waived();
    out.print(markdown.comment.text());
    out.flush();
  }

  /**
   * Prints the comment where the inventory as it becomes is not valid, so that nothing is known.
   */
  public static void printInvalid(PrintWriter out, List<Finding> findings) {
    CommentLength comment = new CommentLength();
    long blocking = findings.stream().filter(Finding::blocks).count();
    comment.must(
        "### Cellwall: blocked; the inventory is not valid\n\n%d %s it, so nobody can tell what changes.\n"
            .formatted(blocking, blocking == 1 ? "problem blocks" : "problems block"));
    findings(comment, "What blocks", findings.stream().filter(Finding::blocks).toList(), ROWS);
    findings(comment, "Warnings", findings.stream().filter(each -> !each.blocks()).toList(), 0);
    out.print(comment.text());
    out.flush();
  }

  private void first() {
    StringBuilder text = new StringBuilder("### Cellwall: ");
    text.append(report.blocks() ? "blocked" : "pass")
        .append("; ")
        .append(ChangeSummary.headline(change))
        .append("\n\n| | |\n| --- | --- |\n");
    row(text, "walls", walls());
    if (change.isKnown()) {
      row(text, "cells", names(true));
      row(text, "edges", names(false));
      row(text, "users", ChangeSummary.users(change.reach()));
      row(text, "resources", ChangeSummary.counts(ChangeSummary.counts(change.changed())));
    }
    row(
        text,
        "stands out",
        !change.isKnown()
            ? "not known"
            : change.allDangers().isEmpty()
                ? "nothing"
                : ChangeSummary.counted(change.allDangers()));
    row(text, "compared with", change.base());
    change.notes().forEach(note -> text.append("\n").append(Inert.markdown(note)).append("\n"));
    comment.must(text.toString());
  }

  private String walls() {
    String crossed =
        report.blocks()
            ? "blocked by "
                + report.standing().stream()
                    .filter(Finding::blocks)
                    .map(Finding::rule)
                    .distinct()
                    .limit(5)
                    .collect(Collectors.joining(", "))
            : "none is crossed";
    return "%s; %d undecided, %d warnings, %d waived"
        .formatted(
            crossed,
            report.count(Severity.UNDECIDED),
            report.count(Severity.WARNING),
            report.waived().size());
  }

  private String names(boolean cells) {
    List<StackChange> stacks =
        change.changed().stream()
            .filter(each -> ChangeSummary.isCell(each.stack()) == cells)
            .toList();
    return stacks.isEmpty() ? "none" : ChangeSummary.names(stacks, NAMES);
  }

  private static void row(StringBuilder text, String... cells) {
    text.append("|");
    for (String cell : cells) {
      text.append(' ').append(Inert.markdown(cell)).append(" |");
    }
    text.append('\n');
  }

  private void standing() {
    findings(
        comment,
        report.blocks() ? "What blocks" : "Warnings",
        report.standing(),
        report.blocks() ? ROWS : 0);
  }

  private static void findings(
      CommentLength comment, String heading, List<Finding> findings, int open) {
    if (findings.isEmpty()) {
      return;
    }
    List<String> rows = new ArrayList<>();
    for (Finding each : findings) {
      StringBuilder row = new StringBuilder();
      row(
          row,
          each.severity().name().toLowerCase(Locale.ROOT),
          each.rule(),
          each.source().map(Object::toString).orElse(each.subject()),
          each.message(),
          each.path().size() > 1 ? String.join(" → ", each.path()) : "",
          each.hint());
      rows.add(row.toString());
    }
    comment.table(
        heading,
        "| severity | rule | where | what | path | fix |\n| --- | --- | --- | --- | --- | --- |\n",
        rows,
        open);
  }

  private void dangers() {
    List<String> rows = new ArrayList<>();
    for (ChangeSummary.DangerGroup each : ChangeSummary.dangers(change)) {
      StringBuilder row = new StringBuilder();
      row(row, each.rule(), each.where(), each.message(), each.reason());
      rows.add(row.toString());
    }
    if (!rows.isEmpty()) {
      comment.table(
          "What stands out",
          "| rule | where | what | why it matters |\n| --- | --- | --- | --- |\n",
          rows,
          ROWS);
    }
  }

  private void groups() {
    List<ChangeGroup> groups = ChangeGroup.of(change.stacks());
    if (groups.isEmpty()) {
      return;
    }
    comment.may("\n#### What changes\n");
    for (ChangeGroup group : groups) {
      List<StackChange> stacks = group.stacks();
      StringBuilder head = new StringBuilder("\n<details><summary>");
      head.append(
              Inert.markdown(
                  "%s: %s%s; %s"
                      .formatted(
                          ChangeSummary.heading(group),
                          ChangeSummary.counts(stacks.get(0).counts()),
                          stacks.size() == 1 ? "" : " each",
                          change.reach().words(ChangeText.distinctUsers(change, stacks)))))
          .append("</summary>\n\n");
      if (stacks.size() > 1) {
        head.append(Inert.markdown(ChangeSummary.names(stacks, 100))).append("\n\n");
      }
      stacks.get(0).notes().forEach(note -> head.append(Inert.markdown(note)).append("\n\n"));
      List<String> lines = ResourceLines.of(group).stream().map(ChangeMarkdown::line).toList();
      comment.block(
          head + "```diff\n",
          lines,
          "```\n</details>\n",
          "see all: cellwall preview --base REF --stack " + stacks.get(0).stack());
    }
  }

  // A line with a mark and a space before its text cannot be the end of a block of code.
  private static String line(ResourceLines.Line line) {
    return line.mark() + " " + "    ".repeat(line.indent()) + line.text() + "\n";
  }

  private void waived() {
    List<String> rows = new ArrayList<>();
    for (WaivedFinding each : report.waived()) {
      StringBuilder row = new StringBuilder();
      row(
          row,
          each.finding().rule(),
          each.finding().subject(),
          each.waiver().expires().toString(),
          each.waiver().approver(),
          each.waiver().ticket(),
          each.waiver().reason());
      rows.add(row.toString());
    }
    if (!rows.isEmpty()) {
      comment.table(
          "Waived",
          """
          | rule | where | until | approver | ticket | reason |
          | --- | --- | --- | --- | --- | --- |
          """,
          rows,
          0);
    }
  }
}
