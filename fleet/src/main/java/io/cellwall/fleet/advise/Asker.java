package io.cellwall.fleet.advise;

import io.cellwall.regions.model.TimeSpan;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What somebody needs.
 *
 * @param users how many users there are, or soon will be
 * @param sla the share of a month's requests that must be served, in percent
 * @param homes where their data must stay, with the share of users of each; together all of them
 * @param latency the longest way over the network and back, in milliseconds
 * @param rpo the most that may be lost with a region
 * @param rto the longest that users may wait when a region is lost
 * @param assumed what nobody can look up
 */
public record Asker(
    long users,
    BigDecimal sla,
    List<Home> homes,
    Optional<Integer> latency,
    Optional<TimeSpan> rpo,
    Optional<TimeSpan> rto,
    Assumed assumed) {

  public Asker {
    homes = List.copyOf(homes);
    if (users < 1 || homes.isEmpty()) {
      throw new IllegalArgumentException("somebody has users, and they live somewhere");
    }
  }

  /**
   * Where the data of some users must stay.
   *
   * @param users how many live there
   */
  public record Home(Figures.Residency residency, long users) {}

  /**
   * What is assumed, since only the asker can measure it.
   *
   * @param usersPerCell how many users one cluster with its database carries well
   * @param incidents own mistakes a month that users notice: a bad deployment, as a rule
   * @param minutes how long one lasts
   */
  public record Assumed(long usersPerCell, int incidents, int minutes) {
    /** 100,000 users in a cell; one bad deployment a month, undone in half an hour. */
    public static final Assumed USUAL = new Assumed(100_000, 1, 30);

    /** How many users are at home in a cell; half where it may have to serve another's too. */
    long usersPerCell(boolean standsBy) {
      return standsBy ? usersPerCell / 2 : usersPerCell;
    }
  }
}
