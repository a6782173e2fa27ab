package io.cellwall.fleet.advise;

import io.cellwall.fleet.output.MarkdownText;
import java.io.PrintWriter;
import java.util.List;

/** An advice for a page or a comment. */
final class AdviceMarkdown {

  private AdviceMarkdown() {}

  static void print(PrintWriter out, Advice advice, Figures figures) {
    out.println("# " + MarkdownText.inert(AdviceWords.headline(advice)));
    out.println();
    MarkdownText.row(out, List.of("zone", "law", "users", "where"));
    out.println("| --- | --- | --- | --- |");
    for (Advice.ZonePlan zone : advice.zones()) {
      MarkdownText.row(
          out,
          List.of(
              zone.home().residency().name(),
              String.join(" ", zone.home().residency().laws()),
              "%,d".formatted(zone.home().users()),
              AdviceText.where(zone)));
    }
    list(out, "Not met", advice.unmet());
    list(out, "Why not less", AdviceWords.why(advice));
    list(out, "When not", AdviceWords.whenNot(advice));
    list(out, "Ask again", AdviceWords.again(advice));
    list(out, "The arithmetic", advice.chosen().arithmetic().steps());
    list(out, "Assumed", AdviceWords.assumed(advice, figures));
  }

  private static void list(PrintWriter out, String heading, List<String> lines) {
    if (!lines.isEmpty()) {
      out.println();
      out.println("## " + heading);
      out.println();
      lines.forEach(line -> out.println("- " + MarkdownText.inert(line)));
    }
  }
}
