package io.cellwall.fleet.prove;

import io.cellwall.policies.proof.FleetStatement;
import io.cellwall.policies.proof.Standing;
import io.cellwall.policies.proof.rule.Aspect;
import java.io.PrintWriter;
import java.util.Map;

/** A statement for a comment on a pull request; the report with the findings follows it. */
final class StatementMarkdown {

  private StatementMarkdown() {}

  static void print(PrintWriter out, FleetStatement statement) {
    out.println("| | access | network | residency |");
    out.println("| --- | --- | --- | --- |");
    for (FleetStatement.OfZone zone : statement.zones()) {
      row(out, "zone " + zone.zone(), zone.standing());
    }
    statement.stacks().stream()
        .filter(stack -> !stack.standing().isEmpty())
        .forEach(stack -> row(out, stack.stack(), stack.standing()));
    out.println();
    out.println(
        "%d stacks, %d ordered pairs, %d declared doors."
            .formatted(statement.stacks().size(), statement.pairCount(), statement.doors().size()));
    out.println();
  }

  // Names of zones and stacks are letters, digits and dashes: the inventory takes no others.
  private static void row(PrintWriter out, String what, Map<Aspect, Standing> standing) {
    out.println(
        "| %s | %s | %s | %s |"
            .formatted(
                what,
                words(standing, Aspect.ACCESS),
                words(standing, Aspect.NETWORK),
                words(standing, Aspect.RESIDENCY)));
  }

  private static String words(Map<Aspect, Standing> standing, Aspect aspect) {
    return standing.getOrDefault(aspect, Standing.PROVEN).words();
  }
}
