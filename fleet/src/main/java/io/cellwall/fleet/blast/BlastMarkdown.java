package io.cellwall.fleet.blast;

import io.cellwall.fleet.output.MarkdownText;
import io.cellwall.regions.model.BlastBudget;
import io.cellwall.regions.model.Failure;
import io.cellwall.regions.model.ZoneName;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** A blast radius for a comment on a pull request; the report with the findings follows it. */
final class BlastMarkdown {

  private BlastMarkdown() {}

  static void print(PrintWriter out, BlastRadius radius, List<BlastBudget> budgets) {
    List<ZoneName> zones = new ArrayList<>(new TreeSet<>(radius.population().zones().values()));
    List<String> heading = new ArrayList<>(List.of("failure", "users", "of all"));
    zones.forEach(zone -> heading.add("of " + zone));
    heading.addAll(List.of("tenants", "budget", "farthest"));
    MarkdownText.row(out, heading);
    out.println("|" + " --- |".repeat(heading.size()));
    for (BlastRadius.Row row : radius.rows()) {
      Failure failure = row.failure();
      List<String> cells = new ArrayList<>();
      cells.add(failure.label());
      cells.add("%,d".formatted(radius.users(failure)));
      cells.add(radius.share(failure) + (radius.isUndecided(failure) ? ", some undecided" : ""));
      zones.forEach(zone -> cells.add(String.valueOf(radius.zoneShares(failure).get(zone))));
      cells.add(radius.tenants(failure).words());
      cells.add(BlastText.budget(budgets, failure));
      cells.add(radius.users(failure) == 0 ? "" : row.reaches().get(0).what());
      MarkdownText.row(out, cells);
    }
    out.println();
    BlastRadius.RESTS_ON.forEach(each -> out.println("- " + MarkdownText.inert(each)));
    out.println();
  }
}
