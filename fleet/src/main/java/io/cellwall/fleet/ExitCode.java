package io.cellwall.fleet;

/** What {@code cellwall} ends with, for scripts. */
public final class ExitCode {

  /** Nothing that blocks. */
  public static final int CLEAN = 0;

  /** Findings that block. */
  public static final int FINDINGS = 1;

  /** Bad input or usage: nothing was judged. */
  public static final int USAGE = 2;

  /** A defect of Cellwall. */
  public static final int DEFECT = 3;

  private ExitCode() {}
}
