package io.cellwall.fleet.report;

import io.cellwall.policies.proof.FleetStatement.Door;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.CellState;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.Zone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Lays a zone out; {@link ZoneMapLines} then draws the connectors. */
final class ZoneMapLayout {

  /** From this many cells on they are drawn small. */
  private static final int DENSE_FROM = 25;

  static final int WIDTH = 412;

  /** Left of the regions: three trunks, of accelerator, reads and PrivateLink. */
  static final int LEFT = 60;

  /** Right of the regions: the lanes of replication. */
  static final int RIGHT = 32;

  private static final int WALL = 6;
  private static final int TOP = 30;
  private static final int EDGE = 26;
  private static final int GAP = 16;
  private static final int HEADER = 22;
  private static final int ROUTERS = 20;

  private final Survey survey;
  private final Map<String, StackEntry> entries;

  ZoneMapLayout(Survey survey, Map<String, StackEntry> entries) {
    this.survey = survey;
    this.entries = entries;
  }

  ZoneMap of(Zone zone) {
    List<Cell> cells =
        survey.inventory().cellsOf(zone.name()).stream()
            .filter(cell -> cell.state() != CellState.RETIRED)
            .toList();
    Grid grid = cells.size() < DENSE_FROM ? Grid.WIDE : Grid.DENSE;
    List<ZoneMap.Area> areas = new ArrayList<>();
    Map<String, ZoneMap.Tile> tiles = new LinkedHashMap<>();
    ZoneMap.Block edge =
        block(
            "edge-" + zone.name(),
            "edge-" + zone.name() + " · accelerator, home-cell table",
            new ZoneMap.Box(LEFT, WALL + TOP, WIDTH - LEFT - RIGHT, EDGE));
    int y = edge.box().bottom() + GAP;
    for (Region region : regions(zone, cells)) {
      List<Cell> here = cells.stream().filter(cell -> cell.region().equals(region)).toList();
      int height = HEADER + ROUTERS + grid.height(here.size()) + 8;
      ZoneMap.Box box = new ZoneMap.Box(LEFT, y, WIDTH - LEFT - RIGHT, height);
      areas.add(area(zone, region, here, box));
      for (int i = 0; i < here.size(); i++) {
        ZoneMap.Tile tile = tile(here.get(i), grid.box(box, HEADER + ROUTERS, i));
        tiles.put(tile.stack(), tile);
      }
      y = box.bottom() + GAP;
    }
    ZoneMap.Box wall = new ZoneMap.Box(WALL, WALL, WIDTH - 2 * WALL, y - GAP + 12 - WALL);
    ZoneMapLines lines = new ZoneMapLines(survey.statement(), wall, edge, areas, tiles);
    return new ZoneMap(
        WIDTH,
        wall.bottom() + WALL,
        grid == Grid.DENSE,
        wall,
        edge,
        areas,
        List.copyOf(tiles.values()),
        lines.lines(new Breaches(survey).of(zone, tiles)),
        lines.labels());
  }

  /** Cells in rows, with room for a door at the left of each and for lines below each row. */
  private enum Grid {
    WIDE(3, 60, 20, 14),
    DENSE(6, 32, 12, 9);

    private final int columns;
    private final int height;
    private final int below;
    private final int before;

    Grid(int columns, int height, int below, int before) {
      this.columns = columns;
      this.height = height;
      this.below = below;
      this.before = before;
    }

    int height(int cells) {
      return (cells + columns - 1) / columns * (height + below) + 10;
    }

    ZoneMap.Box box(ZoneMap.Box region, int top, int index) {
      int pitch = (region.width() - 10) / columns;
      return new ZoneMap.Box(
          region.x() + 4 + index % columns * pitch + before,
          region.y() + top + 10 + index / columns * (height + below),
          pitch - before,
          height);
    }
  }

  private static List<Region> regions(Zone zone, List<Cell> cells) {
    return Stream.concat(zone.regions().stream(), cells.stream().map(Cell::region))
        .distinct()
        .sorted()
        .toList();
  }

  private ZoneMap.Area area(Zone zone, Region region, List<Cell> cells, ZoneMap.Box box) {
    long users = cells.stream().mapToLong(Cell::users).sum();
    String routers = "edge-" + region;
    return new ZoneMap.Area(
        region.code(),
        Figures.count(users) + " users · " + Figures.share(users, survey.inventory().users()),
        box,
        block(
            routers,
            zone.edges().containsKey(region) ? routers + " · routers" : "no edge in this region",
            new ZoneMap.Box(box.x() + 8, box.y() + HEADER, box.width() - 16, ROUTERS)));
  }

  private ZoneMap.Block block(String stack, String text, ZoneMap.Box box) {
    Optional<StackEntry> entry = Optional.ofNullable(entries.get(stack));
    return new ZoneMap.Block(
        stack, text, entry.isPresent(), entry.map(StackEntry::level).orElse("skipped"), box);
  }

  private ZoneMap.Tile tile(Cell cell, ZoneMap.Box box) {
    String name = cell.name().toString();
    long all = survey.inventory().users();
    Optional<StackEntry> entry = Optional.ofNullable(entries.get(name));
    String state = cell.state().name().toLowerCase(Locale.ROOT);
    String share = Figures.share(cell.users(), all);
    boolean door =
        survey.statement().doors().stream()
            .anyMatch(each -> each.to().equals(name) && isPrivateLink(each));
    return new ZoneMap.Tile(
        name,
        name.substring(cell.region().code().length() + 1),
        Figures.count(cell.users()),
        share,
        cell.state() == CellState.ACTIVE ? "" : state,
        shade(cell.users(), all),
        entry.map(StackEntry::level).orElse("skipped"),
        "%s, %s, %s users, %s of the fleet, %s"
            .formatted(
                name,
                state,
                Figures.count(cell.users()),
                share,
                entry.map(StackEntry::verdict).orElse("not looked at")),
        door,
        box);
  }

  static boolean isPrivateLink(Door door) {
    return door.kind().equals("PrivateLink");
  }

  private int shade(long users, long all) {
    double limit = survey.inventory().fleet().limits().cellShare().percent().doubleValue();
    double part = Figures.percent(users, all) / Math.max(limit, 0.01);
    return users == 0 ? 0 : Math.min(5, 1 + (int) (part * 5));
  }

  /** The regions' names in an order for people; none twice. */
  static String joined(Stream<String> all) {
    return String.join(", ", new TreeSet<>(all.toList()));
  }
}
