package io.cellwall.fleet.output;

import io.cellwall.policies.pack.Pack;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.waivers.Judgement;
import io.cellwall.policies.waivers.WaivedFinding;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that one run found, for any format.
 *
 * @param file where findings are that name no place, for formats that need a file: the fleet's own
 *     file in the inventory
 * @param inventory what was found in the inventory's files, its waivers included
 * @param sections what was found in each stack, in the order of the run
 * @param rules ids of what was looked for in each stack
 */
public record Report(
    String file, List<Finding> inventory, List<Section> sections, List<String> rules) {

  /**
   * One stack.
   *
   * @param file where its findings are, for formats that need a file: the stack's own file in the
   *     inventory, or the state or template that was judged
   * @param judgement what stands, and what was waived
   */
  public record Section(String file, Judgement judgement) {}

  public Report {
    inventory = List.copyOf(inventory);
    sections = List.copyOf(sections);
    rules = List.copyOf(rules);
  }

  /** What a run of the rules found. */
  public Report(String file, List<Finding> inventory, List<Section> sections) {
    this(file, inventory, sections, Pack.rules().stream().map(Rule::id).toList());
  }

  /** Findings of the inventory alone. */
  public static Report ofInventory(String file, List<Finding> findings) {
    return new Report(file, findings, List.of());
  }

  /** Everything that stands. */
  public List<Finding> standing() {
    return Stream.concat(
            inventory.stream(),
            sections.stream().flatMap(section -> section.judgement().findings().stream()))
        .toList();
  }

  /** Everything that was waived. */
  public List<WaivedFinding> waived() {
    return sections.stream().flatMap(section -> section.judgement().waived().stream()).toList();
  }

  /** Tells whether anything that stands blocks. */
  public boolean blocks() {
    return standing().stream().anyMatch(Finding::blocks);
  }

  /** How many standing findings have this severity. */
  public long count(Severity severity) {
    return standing().stream().filter(finding -> finding.severity() == severity).count();
  }

  /** {@code Violations: 1. Undecided: 0. Warnings: 0. Waived: 2.} */
  public String counts() {
    return "Violations: %d. Undecided: %d. Warnings: %d. Waived: %d."
        .formatted(
            count(Severity.VIOLATION),
            count(Severity.UNDECIDED),
            count(Severity.WARNING),
            waived().size());
  }
}
