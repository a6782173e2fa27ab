package io.cellwall.fleet.advise;

import io.cellwall.fleet.UsageException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads where users live: {@code eu=46}, {@code GDPR}. */
final class Homes {

  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  private Homes() {}

  /**
   * The homes of all users.
   *
   * @throws UsageException if one is unknown or named twice, or the shares are not all of the users
   */
  static List<Asker.Home> parse(List<String> texts, long users, Figures figures) {
    Map<Figures.Residency, Optional<BigDecimal>> shares = new LinkedHashMap<>();
    for (String text : texts) {
      String[] parts = text.split("=", 2);
      Figures.Residency residency =
          figures
              .residency(parts[0])
              .orElseThrow(
                  () ->
                      new UsageException(
                          "--residency \"%s\" is not known; it must be one of %s"
                              .formatted(parts[0], AdviseCommand.known(figures))));
      Optional<BigDecimal> share =
          parts.length == 1 ? Optional.empty() : Optional.of(percent(text, parts[1]));
      if (shares.put(residency, share) != null) {
        throw new UsageException("--residency " + residency.name() + " is given twice");
      }
    }
    return homes(shares, users);
  }

  private static BigDecimal percent(String text, String share) {
    if (!share.matches("[0-9]{1,3}(\\.[0-9]{1,2})?%?")) {
      throw new UsageException(
          "--residency \"" + text + "\": the share must be a percentage, such as eu=46");
    }
    return new BigDecimal(share.replace("%", ""));
  }

  private static List<Asker.Home> homes(
      Map<Figures.Residency, Optional<BigDecimal>> shares, long users) {
    BigDecimal given =
        shares.values().stream().flatMap(Optional::stream).reduce(BigDecimal.ZERO, BigDecimal::add);
    long open = shares.values().stream().filter(Optional::isEmpty).count();
    int compared = given.compareTo(ALL);
    if (compared > 0 || (compared < 0 && open == 0)) {
      throw new UsageException(
          "the shares of --residency are %s%% together; they must be 100%%"
              .formatted(given.toPlainString()));
    }
    List<Asker.Home> homes = new ArrayList<>();
    long left = users;
    long rest = users - part(users, given);
    int index = 0;
    long openUsed = 0;
    for (Map.Entry<Figures.Residency, Optional<BigDecimal>> each : shares.entrySet()) {
      index++;
      long own =
          each.getValue().isPresent()
              ? part(users, each.getValue().get())
              : rest / open + (openUsed++ < rest % open ? 1 : 0);
      // What rounding leaves over is at home in the last.
      own = index == shares.size() ? left : Math.min(own, left);
      left -= own;
      homes.add(new Asker.Home(each.getKey(), own));
    }
    return homes;
  }

  private static long part(long users, BigDecimal percent) {
    return BigDecimal.valueOf(users).multiply(percent).divide(ALL).longValue();
  }
}
