package io.cellwall.fleet.rehearse;

import io.cellwall.fleet.output.Inert;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A rehearsal for people. */
final class RehearseText {

  private RehearseText() {}

  static void print(PrintWriter out, StackRehearsal rehearsal) {
    out.println(rehearsal.stack());
    for (StackRehearsal.Act act : rehearsal.acts()) {
      out.println(
          "    %-16s %6s s  %s%s"
              .formatted(
                  act.name(),
                  String.format(Locale.ROOT, "%.1f", act.outcome().time().toMillis() / 1000.0),
                  act.outcome().inWords(),
                  act.remark().isEmpty() ? "" : "; " + Inert.text(act.remark())));
      if (act.failed()) {
        out.println("    " + Inert.text(act.problem()));
        act.outcome().errors().stream()
            .limit(10)
            .forEach(error -> out.println("        " + Inert.text(error)));
      }
    }
    TreeMap<String, Integer> services = new TreeMap<>();
    rehearsal
        .created()
        .forEach(
            (type, count) ->
                services.merge(type.replaceFirst("^aws:([^/:]*).*", "$1"), count, Integer::sum));
    out.println(
        "    existed: "
            + services.entrySet().stream()
                .map(each -> each.getValue() + " " + each.getKey())
                .collect(Collectors.joining(", ")));
    out.println(rehearsal.failed() ? "    failed" : "    pass");
    out.flush();
  }

  static void summary(PrintWriter out, List<StackRehearsal> all, long seconds, Path folder) {
    out.printf(
        "%nStacks: %d rehearsed, %d failed. Resources: %d. Time: %d s. What AWS was asked: %s%n",
        all.size(),
        all.stream().filter(StackRehearsal::failed).count(),
        all.stream().mapToInt(StackRehearsal::resources).sum(),
        seconds,
        folder.resolve("cloud").resolve("accounts"));
  }
}
