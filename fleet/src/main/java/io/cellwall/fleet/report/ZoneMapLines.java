package io.cellwall.fleet.report;

import io.cellwall.policies.proof.FleetStatement;
import io.cellwall.policies.proof.FleetStatement.Door;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Draws the declared connectors of a zone, and what breaches its walls. */
final class ZoneMapLines {

  private static final int ACCELERATOR = 24;
  private static final int READS = 38;
  private static final int PRIVATE_LINK = 52;
  private static final int LANE = 5;
  private static final int LANES = 4;

  private final List<Door> doors;
  private final ZoneMap.Box wall;
  private final ZoneMap.Block edge;
  private final List<ZoneMap.Area> areas;
  private final Map<String, ZoneMap.Tile> tiles;
  private final List<ZoneMap.Label> labels = new ArrayList<>();

  ZoneMapLines(
      FleetStatement statement,
      ZoneMap.Box wall,
      ZoneMap.Block edge,
      List<ZoneMap.Area> areas,
      Map<String, ZoneMap.Tile> tiles) {
    this.doors = statement.doors();
    this.wall = wall;
    this.edge = edge;
    this.areas = areas;
    this.tiles = tiles;
  }

  List<ZoneMap.Line> lines(List<Breaches.Breach> breaches) {
    List<ZoneMap.Line> lines = new ArrayList<>();
    lines.addAll(
        trunk("accelerator", "accelerator", ACCELERATOR, from(edge.stack(), "accelerator")));
    lines.addAll(trunk("read", "reads", READS, to(edge.stack(), "read")));
    lines.addAll(privateLink());
    lines.addAll(replication());
    lines.addAll(new BreachLines(wall, tiles, labels).of(breaches));
    return lines;
  }

  /** The texts beside the lines that were drawn. */
  List<ZoneMap.Label> labels() {
    return List.copyOf(labels);
  }

  private List<Door> from(String stack, String kind) {
    return doors.stream().filter(d -> d.kind().equals(kind) && d.from().equals(stack)).toList();
  }

  private List<Door> to(String stack, String kind) {
    return doors.stream().filter(d -> d.kind().equals(kind) && d.to().equals(stack)).toList();
  }

  /** One line from the zone's edge down the left side, and a branch to each region that has one. */
  private List<ZoneMap.Line> trunk(String kind, String label, int x, List<Door> ofEdge) {
    List<ZoneMap.Line> lines = new ArrayList<>();
    for (ZoneMap.Area area : areas) {
      List<Door> here =
          ofEdge.stream()
              .filter(d -> Stream.of(d.from(), d.to()).anyMatch(area.routers().stack()::equals))
              .toList();
      if (!here.isEmpty()) {
        int y = area.routers().box().middle() + (kind.equals("read") ? 5 : -4);
        int top = edge.box().middle() + (kind.equals("read") ? 6 : -4);
        lines.add(
            new ZoneMap.Line(
                kind,
                "M%d %dH%dV%dH%d".formatted(edge.box().x(), top, x, y, area.routers().box().x()),
                here.get(0).kind() + ": " + here.get(0).from() + " to " + here.get(0).to(),
                false));
      }
    }
    if (!lines.isEmpty()) {
      label(kind, label, x);
    }
    return lines;
  }

  private void label(String kind, String text, int x) {
    ZoneMap.Box first = areas.get(0).box();
    labels.add(new ZoneMap.Label(kind, text, x - 3, first.bottom() - 4, true));
  }

  /**
   * A line from each region's routers to the door of each of its cells, and one between regions.
   */
  private List<ZoneMap.Line> privateLink() {
    List<ZoneMap.Line> lines = new ArrayList<>();
    List<ZoneMap.Area> joined = new ArrayList<>();
    for (ZoneMap.Area area : areas) {
      List<Door> out = from(area.routers().stack(), "PrivateLink");
      if (out.stream().anyMatch(door -> !inside(door.to(), area))) {
        joined.add(area);
      }
    }
    for (int i = 1; i < joined.size(); i++) {
      ZoneMap.Box above = joined.get(i - 1).routers().box();
      ZoneMap.Box below = joined.get(i).routers().box();
      lines.add(
          new ZoneMap.Line(
              "privatelink",
              "M%d %dH%dV%dH%d"
                  .formatted(above.x(), above.bottom() - 3, PRIVATE_LINK, below.y() + 3, below.x()),
              "PrivateLink: the routers of each region reach the cells of the others",
              true));
    }
    if (joined.size() > 1) {
      label("privatelink", "PrivateLink", PRIVATE_LINK);
    }
    for (ZoneMap.Tile tile : tiles.values()) {
      if (tile.door()) {
        ZoneMap.Box routers = routersOf(tile).routers().box();
        int x = tile.box().x() - 6;
        lines.add(
            new ZoneMap.Line(
                "privatelink",
                "M%d %dV%dH%d".formatted(x, routers.bottom(), tile.box().middle(), tile.box().x()),
                "PrivateLink into "
                    + tile.stack()
                    + " from "
                    + ZoneMapLayout.joined(
                        doors.stream()
                            .filter(ZoneMapLayout::isPrivateLink)
                            .filter(door -> door.to().equals(tile.stack()))
                            .map(Door::from)),
                false));
      }
    }
    return lines;
  }

  private boolean inside(String stack, ZoneMap.Area area) {
    ZoneMap.Tile tile = tiles.get(stack);
    return tile == null || routersOf(tile).equals(area);
  }

  private ZoneMap.Area routersOf(ZoneMap.Tile tile) {
    return areas.stream()
        .filter(area -> area.box().y() <= tile.box().y() && tile.box().y() < area.box().bottom())
        .findFirst()
        .orElseThrow();
  }

  /** A line on the right side for each pair; two cells that stand by for each other have one. */
  private List<ZoneMap.Line> replication() {
    Map<String, List<Door>> pairs = new LinkedHashMap<>();
    doors.stream()
        .filter(door -> door.kind().equals("replication"))
        .filter(door -> tiles.containsKey(door.from()) && tiles.containsKey(door.to()))
        .forEach(
            door ->
                pairs
                    .computeIfAbsent(
                        Stream.of(door.from(), door.to()).sorted().toList().toString(),
                        key -> new ArrayList<>())
                    .add(door));
    List<List<Door>> sorted =
        pairs.values().stream().sorted(Comparator.comparing(pair -> pair.get(0))).toList();
    List<ZoneMap.Line> lines = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      lines.add(replication(sorted.get(i), i));
    }
    return lines;
  }

  private ZoneMap.Line replication(List<Door> pair, int index) {
    ZoneMap.Box from = box(pair.get(0).from());
    ZoneMap.Box to = box(pair.get(0).to());
    int lane = wall.right() - ZoneMapLayout.RIGHT + 10 + index % LANES * LANE;
    int below = 5 + index % 2 * 3;
    boolean both = pair.size() > 1;
    String arrow = both ? " ⇄ " : " → ";
    if (from.width() > 60) {
      label(from, (both ? "⇄ " : "→ ") + pair.get(0).to());
      label(to, (both ? "⇄ " : "← ") + pair.get(0).from());
    }
    return new ZoneMap.Line(
        "replication",
        "M%d %dv%dH%dV%dH%dv-%d"
            .formatted(
                from.right() - 8,
                from.bottom(),
                below,
                lane,
                to.bottom() + below,
                to.right() - 8,
                below),
        "replication: " + pair.get(0).from() + arrow + pair.get(0).to(),
        both);
  }

  private void label(ZoneMap.Box at, String text) {
    labels.add(new ZoneMap.Label("replication", text, at.x() - 2, at.bottom() + 17, false));
  }

  private ZoneMap.Box box(String cell) {
    ZoneMap.Tile tile = tiles.get(cell);
    if (tile == null) {
      throw new IllegalArgumentException(cell + " is not drawn");
    }
    return tile.box();
  }
}
