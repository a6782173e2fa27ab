package io.cellwall.regions.model;

import java.util.Set;

/** Where a cell is in its life. The order of the constants is the order of life. */
public enum CellState {
  /** Its name, account and addresses are taken; nothing exists. */
  PLANNED,
  /** Its stack is being built and has not been admitted. */
  PROVISIONING,
  /** Admitted: it is home to tenants. */
  ACTIVE,
  /** It still serves its tenants and gets no new ones. */
  DRAINING,
  /** Its stack is gone. The file stays, so that name and addresses are never used again. */
  RETIRED;

  /** The states that may follow this one. A retired cell never comes back. */
  public Set<CellState> next() {
    return switch (this) {
      case PLANNED -> Set.of(PROVISIONING, RETIRED);
      // Back to planned: a failed build was destroyed.
      case PROVISIONING -> Set.of(ACTIVE, PLANNED, RETIRED);
      case ACTIVE -> Set.of(DRAINING);
      // Back to active: a drain was called off.
      case DRAINING -> Set.of(ACTIVE, RETIRED);
      case RETIRED -> Set.of();
    };
  }

  /** Tells whether a cell may go from this state to the other in one change. */
  public boolean mayBecome(CellState other) {
    return this == other || next().contains(other);
  }

  /** Tells whether a stack exists, or is to exist, for a cell in this state. */
  public boolean hasStack() {
    return this != RETIRED;
  }

  /**
   * Tells whether the stack of a cell in this state may be built or changed. A planned cell must
   * first say that it is being built; one that drains still serves, and so is still mended.
   */
  public boolean mayBeDeployed() {
    return this == PROVISIONING || serves();
  }

  /** Tells whether a cell in this state serves users, and so must have been admitted. */
  public boolean serves() {
    return this == ACTIVE || this == DRAINING;
  }
}
