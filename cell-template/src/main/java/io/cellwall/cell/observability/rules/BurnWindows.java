package io.cellwall.cell.observability.rules;

import io.cellwall.cell.observability.slo.Window;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * The pairs of windows that a burn alert looks at. The long one says that it matters, the short one
 * that it goes on; both must be above the factor times the budget.
 *
 * <p>Source: The Site Reliability Workbook, chapter 5, table 5-8
 * (https://sre.google/workbook/alerting-on-slos/): 2 % of a 30-day budget in 1 h, 5 % in 6 h, 10 %
 * in 1 d and 10 % in 3 d. Sloth has the same windows and factors.
 */
public enum BurnWindows {
  PAGE_FAST(Window.M5, Window.H1, "14.4", Severity.PAGE),
  PAGE_SLOW(Window.M30, Window.H6, "6", Severity.PAGE),
  TICKET_FAST(Window.H2, Window.D1, "3", Severity.TICKET),
  TICKET_SLOW(Window.H6, Window.D3, "1", Severity.TICKET);

  private final Window shortWindow;
  private final Window longWindow;
  private final BigDecimal factor;
  private final Severity severity;

  BurnWindows(Window shortWindow, Window longWindow, String factor, Severity severity) {
    this.shortWindow = shortWindow;
    this.longWindow = longWindow;
    this.factor = new BigDecimal(factor);
    this.severity = severity;
  }

  /** The pairs that raise alerts of one severity, the fastest burn first. */
  public static List<BurnWindows> of(Severity severity) {
    return Arrays.stream(values()).filter(windows -> windows.severity == severity).toList();
  }

  /** The window that ends the alert soon after the errors end. */
  public Window shortWindow() {
    return shortWindow;
  }

  /** The window that says how much budget is gone. */
  public Window longWindow() {
    return longWindow;
  }

  /** How many times faster than the budget allows. */
  public BigDecimal factor() {
    return factor;
  }
}
