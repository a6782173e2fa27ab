package io.cellwall.regions.model;

/**
 * Name of one unit of deployment, and so of failure.
 *
 * <p>{@code <cell>}, {@code edge-<zone>}, {@code edge-<region>} or {@code global-edge}.
 */
public sealed interface StackName {

  /** The name as Pulumi has it. */
  String value();

  /** The stack of a cell. */
  record OfCell(CellName cell) implements StackName {
    @Override
    public String value() {
      return cell.toString();
    }

    @Override
    public String toString() {
      return value();
    }
  }

  /** The stack of a zone's edge: accelerator, hosted zone, home-cell table. */
  record OfZoneEdge(ZoneName zone) implements StackName {
    @Override
    public String value() {
      return "edge-" + zone;
    }

    @Override
    public String toString() {
      return value();
    }
  }

  /** The stack of a region's edge: the routers. */
  record OfRegionEdge(Region region) implements StackName {
    @Override
    public String value() {
      return "edge-" + region;
    }

    @Override
    public String toString() {
      return value();
    }
  }

  /** The one stack that stands above the zones. */
  record OfGlobalEdge() implements StackName {
    @Override
    public String value() {
      return "global-edge";
    }

    @Override
    public String toString() {
      return value();
    }
  }

  /**
   * Reads the name of a stack; whether the inventory has it is another question.
   *
   * @throws IllegalArgumentException if the text has none of the four forms
   */
  static StackName parse(String text) {
    if (text.equals("global-edge")) {
      return new OfGlobalEdge();
    }
    if (text.startsWith("edge-")) {
      String rest = text.substring("edge-".length());
      return Region.isRegion(rest)
          ? new OfRegionEdge(Region.parse(rest))
          : new OfZoneEdge(ZoneName.parse(rest));
    }
    return new OfCell(CellName.parse(text));
  }
}
