package io.cellwall.fleet.report;

import io.cellwall.fleet.report.Breaches.Breach;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Draws what breaches a wall: between two cells of the zone a line from one to the other; else one
 * line out of the cell, which goes through the zone's wall if the breach does.
 *
 * @param labels gets the texts beside the lines
 */
record BreachLines(ZoneMap.Box wall, Map<String, ZoneMap.Tile> tiles, List<ZoneMap.Label> labels) {

  private static final int TEXT_WIDTH = 150;

  List<ZoneMap.Line> of(List<Breach> breaches) {
    List<ZoneMap.Line> lines = new ArrayList<>();
    Map<ZoneMap.Tile, List<Breach>> out = new LinkedHashMap<>();
    for (Breach breach : breaches) {
      ZoneMap.Tile to = tiles.get(breach.to());
      ZoneMap.Tile from = tiles.get(breach.from());
      if (to != null && from != null) {
        lines.add(between(breach, from.box(), to.box()));
      } else if (to != null) {
        out.computeIfAbsent(to, tile -> new ArrayList<>()).add(breach);
      }
    }
    out.forEach((tile, all) -> lines.add(outOf(tile.box(), all)));
    return lines;
  }

  private static ZoneMap.Line between(Breach breach, ZoneMap.Box from, ZoneMap.Box to) {
    return new ZoneMap.Line(
        "breach",
        "M%d %dL%d %d"
            .formatted(
                from.x() + from.width() / 2, from.middle(), to.x() + to.width() / 2, to.middle()),
        title(breach),
        false);
  }

  private ZoneMap.Line outOf(ZoneMap.Box tile, List<Breach> breaches) {
    boolean acrossZone = breaches.stream().anyMatch(Breach::acrossZone);
    int end = acrossZone ? wall.right() + 6 : wall.right() - ZoneMapLayout.RIGHT + 4;
    String more = breaches.size() == 1 ? "" : " and " + (breaches.size() - 1) + " more";
    labels.add(
        new ZoneMap.Label(
            "breach",
            breaches.get(0).text() + more,
            Math.min(tile.right() + 6, wall.right() - TEXT_WIDTH),
            tile.middle() + 2,
            false));
    return new ZoneMap.Line(
        "breach",
        "M%d %dH%d".formatted(tile.right() - 6, tile.middle() + 8, end),
        breaches.stream().map(BreachLines::title).collect(Collectors.joining("; ")),
        false);
  }

  private static String title(Breach breach) {
    return breach.text() + ": " + breach.from() + " to " + breach.to();
  }
}
