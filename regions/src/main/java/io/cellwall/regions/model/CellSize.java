package io.cellwall.regions.model;

/** Size class of a cell. What each class holds is data of the fleet: {@link SizeClass}. */
public enum CellSize {
  SMALL,
  MEDIUM,
  LARGE
}
