package io.cellwall.fleet.report;

import io.cellwall.fleet.change.ChangeOutline;
import java.util.List;
import java.util.Map;

/**
 * What the page says, in its order. Texts are as they were found: making them inert is the
 * template's, in one place for all of them.
 *
 * @param organization whose fleet it is
 * @param domain the fleet's domain
 * @param release the fleet's release
 * @param date the day of the run
 * @param headline what one must know in half a minute
 * @param changes what changes since the base; empty if there is none to compare with
 * @param changed of each stack that changes, what becomes of it
 * @param blast whom each kind of failure can reach; empty if not every stack was looked at
 * @param zones the residency zones
 * @param above what stands above the zones, and holds cell metadata only
 * @param doors every declared door, those of one kind and origin together
 * @param pairs pairs of stacks of which something is not proven
 * @param findings all that stands: of the stacks, the inventory and its waivers, what is short of
 *     quotas; the worst first
 * @param waivers every waiver
 * @param retired cells that are no more, whose names and addresses stay taken
 * @param restsOn what the proofs rest on
 * @param notes how far the figures can be relied upon
 */
record Page(
    String organization,
    String domain,
    String release,
    String date,
    Headline headline,
    List<ChangeOutline> changes,
    Map<String, String> changed,
    List<Blast> blast,
    List<Zone> zones,
    List<StackEntry> above,
    List<Doors> doors,
    List<Pair> pairs,
    List<Found> findings,
    List<Waived> waivers,
    List<Retired> retired,
    List<String> restsOn,
    List<String> notes) {

  /**
   * The summary.
   *
   * @param level {@code good} or {@code bad}
   * @param verdict one short sentence
   * @param because what it comes from
   * @param figures the figures beside it
   * @param bars the users of each zone
   */
  record Headline(
      String level, String verdict, String because, List<Figure> figures, List<Bar> bars) {}

  /** A figure, what it is, and what is worth knowing beside it. */
  record Figure(String what, String value, String note) {}

  /**
   * The users of a zone, as a bar of its cells.
   *
   * @param segments from left to right, in units of a thousandth of the fleet's users
   */
  record Bar(String zone, String users, String share, List<Segment> segments) {}

  /** A cell's part of a bar. */
  record Segment(String cell, double from, double width, String title) {}

  /**
   * What is proven of one aspect.
   *
   * @param aspect access, network or residency
   * @param level {@code good}, {@code declared}, {@code waived} or {@code bad}
   */
  record Proven(String aspect, String level, String words) {}

  /**
   * Whom a kind of failure can reach.
   *
   * @param undecided whether that counts somebody of whom it was not decided
   * @param zones the largest share of each zone's users
   * @param over whether it is above its budget
   * @param farthest the failure that goes farthest
   * @param against what stands against that
   */
  record Blast(
      String failure,
      String words,
      String users,
      String share,
      boolean undecided,
      List<Fact> zones,
      String budget,
      boolean over,
      String farthest,
      List<String> against) {}

  /** A residency zone. */
  record Zone(
      String name,
      String regulations,
      String host,
      String users,
      String share,
      List<Proven> proven,
      List<Region> regions,
      List<String> byDesign,
      ZoneMap map,
      List<StackEntry> stacks) {}

  /** A region, and how many resources rest in it. */
  record Region(String code, String description, String users, String share, String resources) {}

  /** A name and what it is. */
  record Fact(String term, String value) {}

  /** Declared doors of one kind that lead from one stack. */
  record Doors(String kind, String from, List<String> to, List<String> what) {}

  /** Pairs of which something is not proven. */
  record Pair(String aspect, String from, String to, String level, String words, String finding) {}

  /**
   * A finding.
   *
   * @param level {@code violation}, {@code undecided} or {@code warning}
   * @param stack the stack; empty if it is of none
   * @param where the file, for who must mend it; empty if it is in a program
   */
  record Found(
      String id,
      String rule,
      String level,
      boolean crossesZone,
      String stack,
      String where,
      String subject,
      String message,
      List<String> path,
      String hint) {}

  /**
   * A waiver.
   *
   * @param daysLeft until it expires; below zero: it has
   * @param level {@code good}; {@code warning} in its last two weeks; {@code violation} afterwards
   */
  record Waived(
      String scope,
      String finding,
      String resource,
      String reason,
      String approver,
      String ticket,
      String expires,
      long daysLeft,
      String level) {}

  /** A cell that is no more. */
  record Retired(String name, String zone, String region, String account, String cidr) {}

  /** A standing's class and mark in the page. */
  static final Map<String, String> MARKS =
      Map.of(
          "good", "✓",
          "declared", "◇",
          "waived", "◐",
          "warning", "!",
          "undecided", "?",
          "violation", "✕",
          "bad", "✕");
}
