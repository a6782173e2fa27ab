package io.cellwall.fleet.guardrails;

import io.cellwall.fleet.output.FindingText;
import io.cellwall.fleet.output.Table;
import io.cellwall.policies.guardrails.Guardrail;
import io.cellwall.policies.guardrails.Wall;
import io.cellwall.regions.finding.Finding;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The guardrails for people: the policies, then the walls in them. */
final class GuardrailsText {

  private GuardrailsText() {}

  static void print(
      PrintWriter out, List<Guardrail> guardrails, List<Finding> findings, Optional<Path> folder) {
    Table policies =
        new Table()
            .text("POLICY")
            .text("ATTACH TO")
            .number("CHARACTERS")
            .number("OF")
            .number("WALLS");
    Map<String, Set<String>> twins = new TreeMap<>();
    for (Guardrail guardrail : guardrails) {
      policies.row(
          guardrail.name(),
          target(guardrail),
          number(guardrail.size()),
          number(guardrail.kind().longest()),
          guardrail.walls().size());
      for (Wall wall : guardrail.walls()) {
        twins.computeIfAbsent(wall.sid(), key -> new TreeSet<>()).addAll(wall.twins());
      }
    }
    policies.print(out);
    out.println();
    Table walls = new Table().text("WALL").text("TWIN OF");
    twins.forEach((sid, rules) -> walls.row(sid, String.join(", ", rules)));
    walls.print(out);
    if (!findings.isEmpty()) {
      out.println();
      FindingText.print(out, findings, 0);
    }
    out.printf(
        Locale.ROOT,
        "%nPolicies: %d. Walls: %d. Too long: %d. %s%n",
        guardrails.size(),
        twins.size(),
        findings.size(),
        folder
            .map(to -> "Written to " + to + ".")
            .orElse("Nothing written; --out DIR writes them."));
  }

  private static String target(Guardrail guardrail) {
    return switch (guardrail.kind()) {
      case ENDPOINT -> "VPC endpoints of " + guardrail.account().orElse("its accounts");
      case SERVICE_CONTROL, RESOURCE_CONTROL ->
          guardrail.account().map(id -> "account " + id).orElse("all accounts of the zone");
    };
  }

  private static String number(int characters) {
    return String.format(Locale.ROOT, "%,d", characters);
  }
}
