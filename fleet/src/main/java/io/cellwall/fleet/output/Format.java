package io.cellwall.fleet.output;

/** How a result is written. */
public enum Format {
  /** For people. */
  TEXT,
  /** For programs: one object with a {@code schemaVersion}. */
  JSON
}
