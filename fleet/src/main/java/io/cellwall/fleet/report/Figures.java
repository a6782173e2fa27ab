package io.cellwall.fleet.report;

import io.cellwall.regions.model.TenantShare;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as people read them. */
final class Figures {

  private Figures() {}

  /** {@code 1,000,000}. */
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@code 3 cells}, {@code 1 cell}. */
  static String count(long number, String one) {
    return count(number) + " " + one + (number == 1 ? "" : "s");
  }

  /** {@code 10%}. */
  static String share(long users, long all) {
    return TenantShare.of(users, all).toString();
  }

  /** The share in percent, to two digits. */
  static double percent(long users, long all) {
    return TenantShare.of(users, all).percent().setScale(2, RoundingMode.HALF_UP).doubleValue();
  }

  /** {@code 1,234}: whole units of the currency. */
  static String money(BigDecimal amount) {
    return count(amount.setScale(0, RoundingMode.HALF_UP).longValueExact());
  }
}
