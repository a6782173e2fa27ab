package io.cellwall.fleet.advise;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What an advice says beyond its figures: why, when not, and when to ask again. */
final class AdviceWords {

  private AdviceWords() {}

  /** The advice in a sentence. */
  static String headline(Advice advice) {
    String where =
        advice.zones().size() == 1
            ? "in zone " + advice.zones().get(0).home().residency().name()
            : "in " + advice.zones().size() + " residency zones";
    String what =
        switch (advice.stage()) {
          case SINGLE_CLUSTER -> "No cells: a single cluster in one region will do, " + where;
          case MULTI_CLUSTER -> "No cells: two clusters in one region will do, " + where;
          case MULTI_REGION -> "No cells: two regions of which one stands by will do, " + where;
          case MULTI_CELL ->
              "Cells: %d of them %s%s"
                  .formatted(
                      advice.units(),
                      where,
                      advice.standbys()
                          ? ", each of which stands by for one in another region of its zone"
                          : "");
        };
    return what + (advice.unmet().isEmpty() ? "." : ". It does not meet everything you need.");
  }

  /** Why not less. */
  static List<String> why(Advice advice) {
    List<String> why = new ArrayList<>();
    for (Advice.Considered each : advice.considered()) {
      boolean lower =
          each.stage().compareTo(advice.stage()) < 0
              || (each.stage() == advice.stage() && !each.standbys() && advice.standbys());
      if (lower) {
        each.lacks().forEach(lack -> why.add(each.words() + ": " + lack));
      }
    }
    if (why.isEmpty()) {
      why.add("Everything you need is met by the least that there is.");
    }
    if (advice.standbys()) {
      Asker.Assumed assumed = advice.asker().assumed();
      why.add(
          "a cell is home to %,d users at the most: it must carry as many again, %,d in all, when"
                  .formatted(assumed.usersPerCell(true), 2 * assumed.usersPerCell(true))
              + " it takes over for another");
    }
    if (advice.stage() == Stage.MULTI_CELL) {
      why.add(
          "one cell of %d lost, or one bad deployment stopped after the first cell: %s of the users"
              .formatted(advice.units(), Arithmetic.percent(1.0 / advice.units())));
    }
    return why;
  }

  /** When not to follow the advice. */
  static List<String> whenNot(Advice advice) {
    if (advice.stage() != Stage.MULTI_CELL) {
      List<String> whenNot = new ArrayList<>();
      whenNot.add(
          "Do not build cells now: every cell has a fixed price and is one more of everything to"
              + " deploy, watch and patch, and "
              + (advice.unmet().isEmpty()
                  ? "nothing you need asks for it."
                  : "they would not meet what is not met."));
      whenNot.add(
          "Do keep the door open: let every tenant have an opaque handle that carries its zone, and"
              + " no query that spans tenants.");
      return whenNot;
    }
    return List.of(
        "Not before a release deploys without hands: by hand, "
            + advice.units()
            + " stacks drift apart.",
        "Not if the work of one tenant needs the data of another all the time: a cell is a share of"
            + " the tenants with all that is theirs.",
        "Not if nobody watches each cell by itself: an average over cells hides the one that fails.",
        "Not to save money: each cell has its own fixed price; see cellwall cost.");
  }

  /** What would change the advice. */
  static List<String> again(Advice advice) {
    if (advice.stage() == Stage.MULTI_CELL) {
      return List.of(
          "when a cell is about to carry more than %,d users"
              .formatted(advice.asker().assumed().usersPerCell(advice.standbys())));
    }
    List<String> again = new ArrayList<>();
    again.add(
        "when a zone has more than %,d users"
            .formatted(Advisor.most(advice.stage(), advice.asker().assumed())));
    again.add(
        "when you are to promise more than "
            + Arithmetic.percent(advice.chosen().arithmetic().availability()));
    again.add("when data of some users must stay elsewhere");
    return again;
  }

  /** What the figures rest on. */
  static List<String> assumed(Advice advice, Figures figures) {
    Asker.Assumed assumed = advice.asker().assumed();
    return List.of(
        "AWS's commitments as of "
            + figures.asOf()
            + " ("
            + figures.source()
            + "). "
            + figures.note(),
        "Of these %s are as others quote them: --format json says who."
            .formatted(
                figures.services().values().stream()
                    .filter(Figures.Service::isQuoted)
                    .map(Figures.Service::name)
                    .collect(Collectors.joining(", "))),
        "Parts fail apart from one another. Correlated failures, such as one release with one mistake"
            + " everywhere at once, are not in the product: they are why units are changed one at a time.",
        "Own mistakes: %d a month of %d minutes, stopped after the first unit (--incidents, --minutes)."
            .formatted(assumed.incidents(), assumed.minutes()),
        "One cluster with its database carries %,d users (--users-per-cell): measure it."
            .formatted(assumed.usersPerCell()),
        "The EKS API is not on the way of a request; a cache that fails falls back to the database.",
        "Distances of zones are rough, light in fibre makes 200 km a millisecond, cables a detour of"
            + " half: measure before you promise a latency.",
        "Names of laws are labels. What a law asks of you a lawyer says.");
  }
}
