package io.cellwall.fleet.advise;

import io.cellwall.regions.model.Recovery;
import io.cellwall.regions.model.Recovery.Objectives;
import io.cellwall.regions.model.Recovery.StandbyData;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.StandbyCapacity;
import io.cellwall.regions.model.TimeSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds the lowest stage that meets what an asker needs. Pure: the same needs and figures, the same
 * advice.
 *
 * <p>Stages are tried in the order of effort, so a need that grows never leads to a lower stage.
 */
public final class Advisor {

  // Light in fibre, and that cables are not straight: an assumption, printed with the advice.
  private static final double KILOMETRES_PER_MILLISECOND = 200;
  private static final double DETOUR = 1.5;

  private final Figures figures;

  /** An advisor with these figures. */
  public Advisor(Figures figures) {
    this.figures = figures;
  }

  /** What to build. */
  public Advice advise(Asker asker) {
    List<Advice.Considered> considered = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      considered.add(consider(asker, stage, false));
    }
    considered.add(consider(asker, Stage.MULTI_CELL, true));
    Advice.Considered chosen =
        considered.stream()
            .filter(each -> each.lacks().isEmpty())
            .findFirst()
            .orElseGet(() -> closest(considered));
    return new Advice(
        asker,
        chosen.stage(),
        chosen.standbys(),
        asker.homes().stream()
            .map(home -> zone(asker, home, chosen.stage(), chosen.standbys()))
            .toList(),
        considered,
        chosen.lacks());
  }

  // Nothing meets all: what meets most of the rest, then what is available most, then the least
  // effort.
  private static Advice.Considered closest(List<Advice.Considered> considered) {
    return considered.stream()
        .min(
            Comparator.comparingInt(Advice.Considered::otherLacks)
                .thenComparing(each -> -each.arithmetic().availability()))
        .orElseThrow();
  }

  private static boolean hasTwoRegions(Asker asker) {
    return asker.homes().stream().allMatch(home -> home.residency().regions().size() > 1);
  }

  private Advice.Considered consider(Asker asker, Stage stage, boolean standbys) {
    int units =
        asker.homes().stream().mapToInt(home -> zone(asker, home, stage, standbys).count()).sum();
    Arithmetic arithmetic =
        Arithmetic.of(
            new Arithmetic.Setup(stage, units, standbys, hasTwoRegions(asker)),
            figures,
            asker.assumed());
    List<String> lacks = new ArrayList<>();
    for (Asker.Home home : asker.homes()) {
      capacity(asker, stage, home).ifPresent(lacks::add);
      latency(asker, stage, home).ifPresent(lacks::add);
      if ((stage == Stage.MULTI_REGION || standbys) && home.residency().regions().size() < 2) {
        lacks.add(
            "zone %s has one region: nothing can stand by in it"
                .formatted(home.residency().name()));
      }
    }
    recovery(asker, stage == Stage.MULTI_REGION || standbys).ifPresent(lacks::add);
    boolean enough = arithmetic.availability() * 100 >= asker.sla().doubleValue();
    if (!enough) {
      lacks.add(
          "it comes to %s, less than %s%%"
              .formatted(
                  Arithmetic.percent(arithmetic.availability()), asker.sla().toPlainString()));
    }
    return new Advice.Considered(stage, standbys, arithmetic, lacks, enough);
  }

  private static Optional<String> capacity(Asker asker, Stage stage, Asker.Home home) {
    long most = most(stage, asker.assumed());
    return home.users() <= most
        ? Optional.empty()
        : Optional.of(
            "it carries %,d users in a zone; %s has %,d"
                .formatted(most, home.residency().name(), home.users()));
  }

  /** The most users in a zone that a stage carries. */
  static long most(Stage stage, Asker.Assumed assumed) {
    return switch (stage) {
      case SINGLE_CLUSTER -> assumed.usersPerCell();
      // Two clusters, and a database of the next size, but one.
      case MULTI_CLUSTER, MULTI_REGION -> 2 * assumed.usersPerCell();
      case MULTI_CELL -> Long.MAX_VALUE;
    };
  }

  // A copy takes over, it does not serve: only cells are at home near their users.
  private static Optional<String> latency(Asker asker, Stage stage, Asker.Home home) {
    if (asker.latency().isEmpty()) {
      return Optional.empty();
    }
    int regions = regionsFor(home.residency(), asker.latency().get());
    int there = home.residency().regions().size();
    if (regions > there) {
      return Optional.of(
          "within %d ms of everybody in %s takes %d regions; there are %d"
              .formatted(asker.latency().get(), home.residency().name(), regions, there));
    }
    return regions == 1 || stage == Stage.MULTI_CELL
        ? Optional.empty()
        : Optional.of(
            "within %d ms of everybody in %s takes homes in %d regions"
                .formatted(asker.latency().get(), home.residency().name(), regions));
  }

  /** How many regions, evenly spread, bring one within the round trip of everybody. */
  static int regionsFor(Figures.Residency residency, int milliseconds) {
    double reach = milliseconds * KILOMETRES_PER_MILLISECOND / 2 / DETOUR;
    return Math.max(1, (int) Math.ceil(residency.kilometres() / reach) - 1);
  }

  private static Optional<String> recovery(Asker asker, boolean replicated) {
    Objectives promise =
        Recovery.of(
                replicated ? StandbyData.REPLICATION : StandbyData.NONE, StandbyCapacity.FULL, true)
            .regionLoss()
            .orElseThrow();
    if (exceeds(promise.rpo(), asker.rpo()) || exceeds(promise.rto(), asker.rto())) {
      return Optional.of(
          "the loss of a region costs up to %s of data and %s of waiting"
              .formatted(promise.rpo(), promise.rto()));
    }
    return Optional.empty();
  }

  private static boolean exceeds(TimeSpan promise, Optional<TimeSpan> wanted) {
    return wanted.filter(most -> promise.compareTo(most) > 0).isPresent();
  }

  private static Advice.ZonePlan zone(Asker asker, Asker.Home home, Stage stage, boolean standbys) {
    List<Region> all = home.residency().regions();
    SortedMap<Region, Integer> units = new TreeMap<>();
    switch (stage) {
      case SINGLE_CLUSTER -> units.put(all.get(0), 1);
      case MULTI_CLUSTER -> units.put(all.get(0), 2);
      case MULTI_REGION -> all.stream().limit(2).forEach(region -> units.put(region, 1));
      case MULTI_CELL -> {
        int cells = cells(home.users(), asker.assumed().usersPerCell(standbys));
        int near = asker.latency().map(most -> regionsFor(home.residency(), most)).orElse(1);
        int regions = Math.min(all.size(), Math.max(Math.max(2, near), (cells + 3) / 4));
        cells = Math.max(cells, Math.min(near, all.size()));
        for (int i = 0; i < cells; i++) {
          units.merge(all.get(i % regions), 1, Integer::sum);
        }
      }
    }
    return new Advice.ZonePlan(home, units);
  }

  /** Two at least, so that one can be changed or lost while the other is not. */
  private static int cells(long users, long perCell) {
    return Math.max(2, Math.toIntExact((users + perCell - 1) / perCell));
  }
}
