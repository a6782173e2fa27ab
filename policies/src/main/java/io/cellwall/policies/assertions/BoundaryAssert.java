package io.cellwall.policies.assertions;

import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.judge.Judge;
import io.cellwall.policies.waivers.Judgement;
import io.cellwall.policies.waivers.Waivers;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Waiver;
import io.cellwall.regions.model.Inventory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What can be asserted of a stack in an inventory. Each assertion throws an AssertionError. */
public final class BoundaryAssert {

  private final ResourceGraph graph;
  private final Judge judge;
  private List<Waiver> waivers = List.of();
  private Clock clock = Clock.systemUTC();

  BoundaryAssert(ResourceGraph graph, Inventory inventory) {
    this.graph = graph;
    this.judge = Judge.of(inventory);
  }

  /**
   * Lets stand what the inventory's waivers cover.
   *
   * @param granted the waivers, as reading the inventory gives them
   * @param today says what day it is
   */
  public BoundaryAssert waiving(List<Waiver> granted, Clock today) {
    this.waivers = List.copyOf(granted);
    this.clock = today;
    return this;
  }

  /**
   * Verifies that nothing of the stack crosses the boundary of a cell or a zone, and that nothing
   * is undecided.
   *
   * @throws AssertionError if something does; the message has every finding, with path and fix
   */
  public BoundaryAssert crossesNoBoundary() {
    Judgement judgement = new Waivers(waivers, clock).apply(graph, judge.judge(graph));
    if (judgement.verdict().blocks()) {
      throw new AssertionError(message(judgement.findings()));
    }
    return this;
  }

  /**
   * Verifies that a rule finds something that blocks, for tests of what must not pass.
   *
   * @param rule id of the rule
   * @param resource logical name of the resource
   * @throws AssertionError if it does not; the message has what was found instead
   */
  public BoundaryAssert isBlockedBy(String rule, String resource) {
    List<Finding> findings = judge.judge(graph);
    boolean found =
        findings.stream()
            .anyMatch(
                finding ->
                    finding.blocks()
                        && finding.rule().equals(rule)
                        && finding.subject().endsWith("::" + resource));
    if (!found) {
      throw new AssertionError(
          "Expected "
              + rule
              + " to block "
              + resource
              + " of "
              + graph.stack()
              + (findings.isEmpty()
                  ? ", but nothing was found"
                  : ", but found\n" + told(findings)));
    }
    return this;
  }

  private String message(List<Finding> findings) {
    List<Finding> blocking = findings.stream().filter(Finding::blocks).toList();
    return "Expected "
        + graph.stack()
        + " to cross no boundary, but found "
        + blocking.size()
        + (blocking.size() == 1 ? " thing" : " things")
        + " that may:\n"
        + told(blocking);
  }

  private static String told(List<Finding> findings) {
    Map<String, List<String>> byRule = new LinkedHashMap<>();
    for (Finding finding : findings) {
      byRule
          .computeIfAbsent(
              "%s %s\n    fix: %s"
                  .formatted(
                      finding.severity().name().toLowerCase(Locale.ROOT),
                      finding.rule(),
                      finding.hint()),
              rule -> new ArrayList<>())
          .add(
              "    "
                  + finding.subject()
                  + "\n        "
                  + finding.message()
                  + (finding.path().size() > 1
                      ? "\n        path: " + String.join(" -> ", finding.path())
                      : ""));
    }
    List<String> lines = new ArrayList<>();
    byRule.forEach((rule, told) -> lines.add(rule + "\n" + String.join("\n", told)));
    return String.join("\n", lines);
  }
}
