package io.cellwall.fleet.output;

/** How a result is written. */
public enum Format {
  /** For people. */
  TEXT,
  /** For programs: one object with a {@code schemaVersion}. */
  JSON;

  /** The same format, for findings. */
  public ReportFormat forFindings() {
    return switch (this) {
      case TEXT -> ReportFormat.TEXT;
      case JSON -> ReportFormat.JSON;
    };
  }
}
