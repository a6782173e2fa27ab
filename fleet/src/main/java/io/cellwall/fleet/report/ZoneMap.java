package io.cellwall.fleet.report;

import java.util.List;

/**
 * The drawing of a zone, laid out: a walled area with its edge at the top, a box for each region
 * with its routers and cells, and the declared connectors as lines through the walls. In units of
 * about a pixel.
 *
 * @param dense whether cells are drawn small, because there are many
 * @param wall the zone's wall
 * @param edge the zone's edge
 * @param regions from top to bottom
 * @param tiles the cells
 * @param lines the connectors; breaches last, so that they lie on top
 */
record ZoneMap(
    int width,
    int height,
    boolean dense,
    Box wall,
    Block edge,
    List<Area> regions,
    List<Tile> tiles,
    List<Line> lines,
    List<Label> labels) {

  /** A rectangle. */
  record Box(int x, int y, int width, int height) {
    public int right() {
      return x + width;
    }

    public int bottom() {
      return y + height;
    }

    public int middle() {
      return y + height / 2;
    }
  }

  /**
   * A stack that is no cell.
   *
   * @param stack its name
   * @param known whether the page has an entry of it, to lead to
   * @param level as of {@link StackEntry}
   */
  record Block(String stack, String text, boolean known, String level, Box box) {}

  /** A region's box, with the routers at its top. */
  record Area(String code, String note, Box box, Block routers) {}

  /**
   * A cell.
   *
   * @param text its short name
   * @param shade 1 to 5 by its users' share of what a cell may hold; 0: none
   * @param about all of it, for who does not see the drawing
   * @param door whether routers come in; then its wall has a door
   */
  record Tile(
      String stack,
      String text,
      String users,
      String share,
      String state,
      int shade,
      String level,
      String about,
      boolean door,
      Box box) {}

  /**
   * A connector.
   *
   * @param kind {@code accelerator}, {@code read}, {@code privatelink}, {@code replication} or
   *     {@code breach}
   * @param path as SVG writes paths
   * @param title what it is
   * @param both whether it leads both ways
   */
  record Line(String kind, String path, String title, boolean both) {}

  /** A text beside a line; upright ones are read from bottom to top. */
  record Label(String kind, String text, int x, int y, boolean upright) {}
}
