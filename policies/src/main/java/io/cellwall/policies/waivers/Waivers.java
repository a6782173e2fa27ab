package io.cellwall.policies.waivers;

import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.pack.Pack;
import io.cellwall.policies.proof.rule.ProofRule;
import io.cellwall.policies.rules.Rule;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import io.cellwall.regions.finding.Waiver;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Applies the inventory's waivers to the findings of one run, and finds the waivers that are none.
 *
 * <p>A waiver of a cell covers that cell's stack only. What crosses the boundary of a zone cannot
 * be waived; what could not be decided can. A waiver that has expired, or is granted for too long,
 * covers nothing. One object serves one run: it remembers which waivers were used.
 */
public final class Waivers {

  /** How many days ahead a waiver may expire. */
  public static final int LONGEST_DAYS = 90;

  private final List<Waiver> all;
  private final Set<String> rules;
  private final Set<String> applied;
  private final LocalDate today;
  private final Set<Waiver> used = new HashSet<>();
  private final Set<Waiver> refused = new HashSet<>();
  private final Set<String> judged = new HashSet<>();

  /**
   * Waivers for a run of the rules.
   *
   * @param all the inventory's
   * @param clock says what day it is, in UTC
   */
  public Waivers(List<Waiver> all, Clock clock) {
    this(all, ofPack(), today(clock));
  }

  Waivers(List<Waiver> all, Set<String> rules, LocalDate today) {
    this(all, rules, rules, today);
  }

  private Waivers(List<Waiver> all, Set<String> rules, Set<String> applied, LocalDate today) {
    this.all = List.copyOf(all);
    this.rules = Stream.concat(rules.stream(), ofProofs().stream()).collect(Collectors.toSet());
    this.applied = Set.copyOf(applied);
    this.today = today;
  }

  /** Waivers for a run of the proofs, which need not use those of the rules. */
  public static Waivers forProofs(List<Waiver> all, Clock clock) {
    return new Waivers(all, ofPack(), ofProofs(), today(clock));
  }

  private static Set<String> ofPack() {
    return Pack.rules().stream().map(Rule::id).collect(Collectors.toSet());
  }

  private static Set<String> ofProofs() {
    return Stream.of(ProofRule.values()).map(ProofRule::id).collect(Collectors.toSet());
  }

  private static LocalDate today(Clock clock) {
    return LocalDate.now(clock.withZone(ZoneOffset.UTC));
  }

  /** Sorts the findings of a stack into those that stand and those that are waived. */
  public Judgement apply(ResourceGraph graph, List<Finding> findings) {
    graph.nodes().forEach(node -> judged.add(kindAndStack(node.urn())));
    return apply(graph.stack(), findings);
  }

  /** Does the same for a stack of a Pulumi program, of which only the name is at hand. */
  public Judgement apply(String stack, List<Finding> findings) {
    judged.add("urn:pulumi:" + stack);
    List<Finding> standing = new ArrayList<>();
    List<WaivedFinding> waived = new ArrayList<>();
    for (Finding finding : findings) {
      cover(stack, finding)
          .ifPresentOrElse(
              waiver -> waived.add(new WaivedFinding(finding, waiver)),
              () -> standing.add(finding));
    }
    return new Judgement(stack, standing, waived);
  }

  private Optional<Waiver> cover(String stack, Finding finding) {
    List<Waiver> named =
        all.stream().filter(waiver -> waiver.isFor(stack) && waiver.names(finding)).toList();
    if (finding.severity() == Severity.VIOLATION && finding.crossesZone()) {
      refused.addAll(named);
      return Optional.empty();
    }
    Optional<Waiver> cover = named.stream().filter(this::holds).findFirst();
    cover.ifPresent(used::add);
    return cover;
  }

  private boolean holds(Waiver waiver) {
    return rules.contains(waiver.rule()) && !isExpired(waiver) && !isTooLong(waiver);
  }

  private boolean isExpired(Waiver waiver) {
    return waiver.expires().isBefore(today);
  }

  private boolean isTooLong(Waiver waiver) {
    return waiver.expires().isAfter(today.plusDays(LONGEST_DAYS));
  }

  /**
   * What is wrong with the waivers, sorted; to be asked after every stack was judged.
   *
   * @param unused how much it weighs that a waiver of a judged stack covers nothing
   */
  public List<Finding> findings(Severity unused) {
    List<Finding> findings = new ArrayList<>();
    for (Waiver waiver : all) {
      if (!rules.contains(waiver.rule())) {
        findings.add(
            finding(
                waiver,
                "WaivedRuleUnknown",
                "waives " + waiver.rule() + ", which is no rule",
                "name a rule of RULES.md, or a finding's id as the outputs show it"));
      } else if (isExpired(waiver)) {
        findings.add(
            finding(
                waiver,
                "WaiverExpired",
                "expired on " + waiver.expires() + "; it covers nothing any more",
                "fix the resource and remove the waiver, or have it approved again"));
      } else if (isTooLong(waiver)) {
        findings.add(
            finding(
                waiver,
                "WaiverTooLong",
                "expires on "
                    + waiver.expires()
                    + "; it must expire within 90 days, on "
                    + today.plusDays(LONGEST_DAYS)
                    + " at the latest",
                "write an earlier day; a waiver can be approved again"));
      } else if (refused.contains(waiver)) {
        findings.add(
            finding(
                waiver,
                "ZoneCrossingWaived",
                "waives a crossing of a zone's boundary, which nobody can waive",
                "fix the resource and remove the waiver"));
      } else if (!used.contains(waiver)
          && applied.contains(waiver.rule())
          && judged.contains(kindAndStack(waiver.resource()))) {
        findings.add(unused(waiver, unused));
      }
    }
    return findings.stream().sorted().distinct().toList();
  }

  private static Finding unused(Waiver waiver, Severity severity) {
    String stack = kindAndStack(waiver.resource());
    boolean ofOther = !waiver.isFor(stack.substring(stack.lastIndexOf(':') + 1));
    return finding(
        waiver,
        severity,
        "WaiverUnused",
        ofOther
            ? "is for the cell " + waiver.scope() + ", and the resource is of another stack"
            : "covers nothing: " + waiver.finding() + " does not find this resource",
        "remove the waiver, lest it cover something new");
  }

  private static Finding finding(Waiver waiver, String rule, String message, String hint) {
    return finding(waiver, Severity.VIOLATION, rule, message, hint);
  }

  private static Finding finding(
      Waiver waiver, Severity severity, String rule, String message, String hint) {
    return new Finding(
        rule,
        severity,
        "waivers/" + waiver.scope(),
        "the waiver of " + waiver.finding() + " on " + waiver.resource() + " " + message,
        hint,
        List.of(),
        Optional.of(waiver.source()));
  }

  // urn:pulumi:<stack> of urn:pulumi:<stack>::<project>::...
  private static String kindAndStack(String urn) {
    int end = urn.indexOf("::");
    return end < 0 ? urn : urn.substring(0, end);
  }
}
