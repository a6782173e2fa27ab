package io.cellwall.fleet.report;

import java.util.List;

/**
 * What the page says of one stack.
 *
 * @param kind {@code cell}, {@code edge of a region}, {@code edge of a zone}, {@code global edge}
 * @param state a cell's state; empty for other stacks
 * @param users a cell's users; empty for other stacks
 * @param share the users' share of the fleet, in percent
 * @param level {@code good}, {@code declared}, {@code waived}, {@code undecided} or {@code
 *     violation}: the worst of all that is known
 * @param verdict the same in words
 * @param search what a search looks at, in lower case
 * @param facts what the inventory says
 * @param parts its resources by family
 * @param quotas what its account needs here and has hardly, or needed approval: the tightest first
 * @param ample the other quotas, in words; empty if none
 * @param quotaNote what the quotas leave out; empty if nothing
 * @param costs by part, fixed, a month
 * @param cost the sum, {@code at least} what is known
 * @param doors the declared doors through its walls, in words
 */
record StackEntry(
    String name,
    String kind,
    String zone,
    String region,
    String state,
    String users,
    double share,
    String level,
    String verdict,
    String search,
    List<Page.Fact> facts,
    List<Page.Proven> proven,
    List<String> doors,
    long resources,
    List<Part> parts,
    List<Quota> quotas,
    String ample,
    String quotaNote,
    List<Cost> costs,
    String cost,
    List<Page.Found> findings,
    List<Page.Found> waived) {

  /** Resources of one family of AWS's services. */
  record Part(String family, long count, String kinds) {}

  /**
   * A quota.
   *
   * @param used how much of it, in percent
   * @param from {@code approved} or {@code default}
   */
  record Quota(
      String name,
      String code,
      String needed,
      String limit,
      long used,
      String from,
      boolean tooFew) {}

  /** What a part costs in a month. */
  record Cost(String part, String monthly) {}
}
