package io.cellwall.cell.observability.slo;

/**
 * The windows that error ratios are recorded over, short to long. The period is of the budget, not
 * of a ratio.
 *
 * <p>Source: The Site Reliability Workbook, chapter 5, table 5-8
 * (https://sre.google/workbook/alerting-on-slos/); Sloth's defaults are the same.
 */
public enum Window {
  M5("5m"),
  M30("30m"),
  H1("1h"),
  H2("2h"),
  H6("6h"),
  D1("1d"),
  D3("3d");

  /** Days that an error budget is for. */
  public static final int PERIOD_DAYS = 30;

  private final String duration;

  Window(String duration) {
    this.duration = duration;
  }

  /** The window as PromQL writes it: {@code 5m}. */
  @Override
  public String toString() {
    return duration;
  }
}
