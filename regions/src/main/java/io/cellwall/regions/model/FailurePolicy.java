package io.cellwall.regions.model;

import java.util.Optional;

/**
 * What happens to a cell's users while the cell is unhealthy. Never: another cell that lacks their
 * data.
 *
 * <ul>
 *   <li>{@link FailFast}: requests fail at once, with a clear answer;
 *   <li>{@link Degraded}: the edge answers what it can without the cell;
 *   <li>{@link Standby}: a named cell of the same zone takes over, with a copy of the data.
 * </ul>
 */
public sealed interface FailurePolicy {

  /** The policy's name in the inventory: {@code fail-fast}, {@code degraded}, {@code standby}. */
  String label();

  /** The cell that takes over, if one does. */
  default Optional<CellName> standbyCell() {
    return Optional.empty();
  }

  /** Requests fail at once. */
  record FailFast() implements FailurePolicy {
    @Override
    public String label() {
      return "fail-fast";
    }
  }

  /** The edge answers what it can without the cell. */
  record Degraded() implements FailurePolicy {
    @Override
    public String label() {
      return "degraded";
    }
  }

  /**
   * Another cell of the same zone takes over.
   *
   * @param cell the cell that takes over
   * @param survives the largest loss that the pair claims to survive
   */
  record Standby(CellName cell, Survives survives) implements FailurePolicy {
    @Override
    public String label() {
      return "standby";
    }

    @Override
    public Optional<CellName> standbyCell() {
      return Optional.of(cell);
    }
  }

  /** The largest loss that a standby claims to survive. */
  enum Survives {
    /** The loss of the cell itself. */
    CELL,
    /** The loss of the cell's whole region: the standby lies in another one. */
    REGION
  }
}
