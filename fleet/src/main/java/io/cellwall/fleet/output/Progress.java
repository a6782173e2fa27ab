package io.cellwall.fleet.output;

import java.io.PrintWriter;

/**
 * One line on standard error that is written over, and only where somebody watches.
 *
 * <p>Java cannot tell whether standard error alone is a terminal; the launcher can, and says so in
 * the system property {@code cellwall.terminal}.
 */
public final class Progress implements AutoCloseable {

  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintWriter err;
  private final int steps;
  private final boolean watched = Boolean.getBoolean("cellwall.terminal");
  private int done;

  public Progress(PrintWriter err, int steps) {
    this.err = err;
    this.steps = steps;
  }

  /** Says what is done next. */
  public void next(String what) {
    done++;
    show(CLEAR_LINE + "[" + done + "/" + steps + "] " + what);
  }

  /** Says what of it is being done, without counting it. */
  public void also(String what) {
    show(CLEAR_LINE + "[" + done + "/" + steps + "] " + what);
  }

  /** Takes the line away, for other output. */
  public void clear() {
    show(CLEAR_LINE);
  }

  /** Takes the line away. */
  @Override
  public void close() {
    clear();
  }

  private void show(String text) {
    if (watched) {
      err.print(text);
      err.flush();
    }
  }
}
