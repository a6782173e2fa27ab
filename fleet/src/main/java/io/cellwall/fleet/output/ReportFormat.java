package io.cellwall.fleet.output;

/** How findings are written. */
public enum ReportFormat {
  /** For people. */
  TEXT,
  /** For programs: one object with a {@code schemaVersion}. */
  JSON,
  /** For a comment on a pull request. */
  MARKDOWN,
  /** SARIF 2.1.0, for code scanning. */
  SARIF,
  /** JUnit's XML, for CI servers. */
  JUNIT
}
