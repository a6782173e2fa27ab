package io.cellwall.fleet.advise;

import io.cellwall.fleet.output.Inert;
import io.cellwall.fleet.output.Table;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** An advice as people read it. */
final class AdviceText {

  private AdviceText() {}

  static void print(PrintWriter out, Advice advice, Figures figures) {
    out.println(AdviceWords.headline(advice));
    out.println();
    Table zones = new Table().text("ZONE").text("LAW").number("USERS").text("WHERE");
    for (Advice.ZonePlan zone : advice.zones()) {
      zones.row(
          zone.home().residency().name(),
          String.join(" ", zone.home().residency().laws()),
          "%,d".formatted(zone.home().users()),
          where(zone));
    }
    zones.print(out);
    list(out, "not met", advice.unmet());
    list(out, "why not less", AdviceWords.why(advice));
    list(out, "when not", AdviceWords.whenNot(advice));
    list(out, "ask again", AdviceWords.again(advice));
    out.println();
    Table stages =
        new Table().text("STAGE").number("AVAILABILITY").number("MINUTES A MONTH").text("LACKS");
    for (Advice.Considered each : advice.considered()) {
      stages.row(
          each.words(),
          Arithmetic.percent(each.arithmetic().availability()),
          "%.1f".formatted(each.arithmetic().minutesLost()),
          each.lacks().isEmpty()
              ? ""
              : each.lacks().size() + (each.lacks().size() == 1 ? " need" : " needs"));
    }
    stages.print(out);
    list(out, "the arithmetic of " + advice.chosen().words(), advice.chosen().arithmetic().steps());
    list(out, "assumed", AdviceWords.assumed(advice, figures));
  }

  /** {@code 3 in eu-west-1, 2 in eu-central-1}. */
  static String where(Advice.ZonePlan zone) {
    return zone.units().entrySet().stream()
        .map(each -> each.getValue() + " in " + each.getKey())
        .collect(Collectors.joining(", "));
  }

  private static void list(PrintWriter out, String heading, List<String> lines) {
    if (!lines.isEmpty()) {
      out.println();
      out.println(heading);
      lines.forEach(line -> out.println("    - " + Inert.text(line)));
    }
  }
}
