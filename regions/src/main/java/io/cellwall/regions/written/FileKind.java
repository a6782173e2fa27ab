package io.cellwall.regions.written;

import io.cellwall.regions.written.Shape.Mapping;

/** The kinds of files of an inventory. */
public enum FileKind {
  /** {@code fleet.yaml}. */
  FLEET(FleetFile.class),
  /** {@code zones/<zone>.yaml}. */
  ZONE(ZoneFile.class),
  /** {@code cells/<cell>.yaml}. */
  CELL(CellFile.class),
  /** {@code waivers/<cell>.yaml} and {@code waivers/fleet.yaml}. */
  WAIVERS(WaiverFile.class);

  // A tree of records and unmodifiable lists; saying so to Error Prone would need its annotations.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Mapping shape;

  FileKind(Class<? extends Record> type) {
    this.shape = RecordShape.of(type);
  }

  /** The shape of the whole file. */
  public Mapping shape() {
    return shape;
  }

  /**
   * The name of the kind in file names: {@code fleet}, {@code zone}, {@code cell}, {@code waivers}.
   */
  public String label() {
    return Scalar.label(this);
  }
}
