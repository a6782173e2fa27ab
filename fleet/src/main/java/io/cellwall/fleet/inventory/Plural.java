package io.cellwall.fleet.inventory;

import java.util.Locale;

/** A count with its noun. */
final class Plural {

  private Plural() {}

  static String of(long count, String one) {
    return of(count, one, one + "s");
  }

  static String of(long count, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
  }
}
