package io.cellwall.fleet.blast;

import java.util.Locale;

/** What is known of the share of tenants that a failure reaches. */
public enum TenantsReached {
  /** No cell with users is reached, so no tenant is. */
  NONE,
  /** Those at home in the cells reached; how many the inventory does not say. */
  SOME,
  /** Every cell with users is reached, so every tenant is. */
  ALL;

  /** In a table: {@code none}, {@code not known}, {@code all}. */
  public String words() {
    return this == SOME ? "not known" : name().toLowerCase(Locale.ROOT);
  }
}
