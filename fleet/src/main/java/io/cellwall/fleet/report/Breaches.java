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
   * @param from the stack it comes from, if that is drawn too; else a word for it
   * @param to the stack whose wall it is
   * @param text what it is
   */
  record Breach(String from, String to, String text) {}

  /** Those of a zone's cells, one for each pair of ends. */
  List<Breach> of(Zone zone, Map<String, ZoneMap.Tile> tiles) {
    Map<String, Breach> breaches = new LinkedHashMap<>();
    for (FleetStatement.OfPairs pair : survey.statement().pairs()) {
      if (tiles.containsKey(pair.to()) && !pair.standing().holds()) {
        List<String> from = pair.from().isEmpty() ? List.of("any stack") : List.copyOf(pair.from());
        from.forEach(each -> add(breaches, new Breach(each, pair.to(), words(pair.standing()))));
      }
    }
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
                            finding.crossesZone() ? "beyond zone " + zone.name() : "beyond the cell",
                            name,
                            finding.rule())));
      }
    }
    return List.copyOf(breaches.values());
  }

  private static void add(Map<String, Breach> breaches, Breach breach) {
    breaches.putIfAbsent(breach.from() + " " + breach.to(), breach);
  }

  private static String words(Standing standing) {
    return standing == Standing.REFUTED ? "a way in" : "undecided";
  }
}
