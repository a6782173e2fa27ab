package io.cellwall.fleet.report;

import io.cellwall.policies.proof.FleetStatement;
import io.cellwall.policies.proof.Standing;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.model.Zone;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What crosses a wall of a zone's stacks, or may: each is a line in the drawing. */
final class Breaches {

  private final Survey survey;

  Breaches(Survey survey) {
    this.survey = survey;
  }

  /**
   * A breach.
   *
   * @param from the stack it comes from, if there is one; else a word for it
   * @param to the stack whose wall it is
   * @param text what it is
   * @param acrossZone whether it goes through the zone's wall too
   */
  record Breach(String from, String to, String text, boolean acrossZone) {}

  /** Those of a zone's cells, one for each pair of ends. */
  List<Breach> of(Zone zone, Map<String, ZoneMap.Tile> tiles) {
    Map<String, Breach> breaches = new LinkedHashMap<>();
    for (Survey.Surveyed stack : survey.stacks()) {
      String name = stack.graph().stack();
      if (tiles.containsKey(name)) {
        stack.judgement().findings().stream()
            .filter(Finding::blocks)
            .forEach(
                finding ->
                    add(
                        breaches,
                        new Breach(
                            finding.crossesZone() ? "beyond the zone" : "beyond the cell",
                            name,
                            finding.rule(),
                            finding.crossesZone())));
      }
    }
    for (FleetStatement.OfPairs pair : survey.statement().pairs()) {
      if (tiles.containsKey(pair.to()) && !pair.standing().holds()) {
        List<String> from = pair.from().isEmpty() ? List.of("any stack") : List.copyOf(pair.from());
        from.forEach(
            each ->
                add(
                    breaches,
                    new Breach(
                        each,
                        pair.to(),
                        words(pair.standing()),
                        isBeyond(each, zone))));
      }
    }
    return List.copyOf(breaches.values());
  }

  private boolean isBeyond(String stack, Zone zone) {
    return survey.stacks().stream()
        .filter(each -> each.graph().stack().equals(stack))
        .noneMatch(each -> each.program().zone().equals(zone.name().value()));
  }

  private static void add(Map<String, Breach> breaches, Breach breach) {
    breaches.putIfAbsent(breach.from() + " " + breach.to(), breach);
  }

  private static String words(Standing standing) {
    return standing == Standing.REFUTED ? "a way in" : "undecided";
  }
}
