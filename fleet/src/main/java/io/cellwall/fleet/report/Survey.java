package io.cellwall.fleet.report;

import io.cellwall.fleet.blast.BlastRadius;
import io.cellwall.fleet.blast.BudgetFindings;
import io.cellwall.fleet.cost.CostFindings;
import io.cellwall.fleet.cost.PriceTable;
import io.cellwall.fleet.cost.StackCost;
import io.cellwall.fleet.program.StackProgram;
import io.cellwall.fleet.quotas.QuotaReport;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.judge.Judge;
import io.cellwall.policies.proof.FleetProof;
import io.cellwall.policies.proof.FleetStatement;
import io.cellwall.policies.waivers.Judgement;
import io.cellwall.policies.waivers.WaivedFinding;
import io.cellwall.policies.waivers.Waivers;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import io.cellwall.regions.finding.Waiver;
import io.cellwall.regions.model.BlastBudget;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.quotas.ApprovedQuotas;
import io.cellwall.regions.quotas.QuotaComparison;
import io.cellwall.regions.quotas.QuotaTable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that is known of the chosen stacks: what they declare, what the rules and the proofs find,
 * what they need of quotas and cost.
 *
 * @param today the day of the run, in UTC
 * @param stacks the stacks that were looked at, in the order of the fleet
 * @param statement what is proven
 * @param inventoryFindings what the inventory's rules warn of, and what is wrong with its waivers
 * @param waivers the inventory's, used or not
 * @param quotas what the accounts need and have
 * @param quotaTable what AWS grants by default
 * @param prices what was reckoned with
 * @param radius whom failures can reach; empty if not every stack was looked at
 * @param budgets how far they may
 */
record Survey(
    LocalDate today,
    Inventory inventory,
    List<Surveyed> stacks,
    FleetStatement statement,
    List<Finding> inventoryFindings,
    List<Waiver> waivers,
    QuotaReport quotas,
    QuotaTable quotaTable,
    PriceTable prices,
    Optional<BlastRadius> radius,
    List<BlastBudget> budgets) {

  /** One stack. */
  record Surveyed(StackProgram program, ResourceGraph graph, Judgement judgement, StackCost cost) {}

  Survey {
    stacks = List.copyOf(stacks);
    inventoryFindings = List.copyOf(inventoryFindings);
    waivers = List.copyOf(waivers);
    budgets = List.copyOf(budgets);
  }

  /**
   * Judges, proves, counts and adds up.
   *
   * @param graphs what each stack declares, in the order of the fleet
   * @param warnings what the inventory's rules warn of
   * @param budgets of the blast radius
   * @param clock says what day it is, for the waivers
   */
  static Survey of(
      Inventory inventory,
      Map<StackProgram, ResourceGraph> graphs,
      List<Finding> warnings,
      List<Waiver> waivers,
      List<BlastBudget> budgets,
      Clock clock) {
    Judge judge = Judge.of(inventory);
    Map<String, List<Finding>> judged =
        graphs.values().parallelStream()
            .collect(Collectors.toConcurrentMap(ResourceGraph::stack, judge::judge));
    FleetProof proof = FleetProof.of(inventory, graphs.values(), graph -> found(judged, graph));
    Waivers ofRules = new Waivers(waivers, clock);
    Waivers ofProofs = Waivers.forProofs(waivers, clock);
    Map<String, List<Finding>> unproven = proof.findings();
    PriceTable prices = PriceTable.listPrices();
    List<Judgement> proofs = new ArrayList<>();
    List<Surveyed> stacks = new ArrayList<>();
    graphs.forEach(
        (program, graph) -> {
          Judgement rules = ofRules.apply(graph, found(judged, graph));
          Judgement proved = ofProofs.apply(graph, unproven.getOrDefault(graph.stack(), List.of()));
          proofs.add(proved);
          stacks.add(
              new Surveyed(program, graph, together(rules, proved), StackCost.of(graph, prices)));
        });
    QuotaTable table = QuotaTable.published();
    FleetStatement statement = FleetStatement.of(inventory, proof, proofs);
    // A stack that was not looked at may rest on anything, and anything on it.
    Optional<BlastRadius> radius =
        statement.missing() == 0
            ? Optional.of(BlastRadius.of(inventory, graphs.values()))
            : Optional.empty();
    return new Survey(
        LocalDate.now(clock.withZone(ZoneOffset.UTC)),
        inventory,
        stacks,
        statement,
        distinct(
            Stream.of(
                warnings,
                ofRules.findings(Severity.VIOLATION),
                ofProofs.findings(Severity.VIOLATION),
                radius.map(each -> BudgetFindings.of(each, budgets)).orElse(List.of()))),
        waivers,
        QuotaReport.of(
            List.copyOf(graphs.values()), new QuotaComparison(table, ApprovedQuotas.of(inventory))),
        table,
        prices,
        radius,
        budgets);
  }

  private static List<Finding> found(Map<String, List<Finding>> judged, ResourceGraph graph) {
    return Objects.requireNonNull(judged.get(graph.stack()));
  }

  /** Residency rests on the rules, so that some findings are both theirs and the proofs'. */
  private static Judgement together(Judgement rules, Judgement proofs) {
    Set<WaivedFinding> waived = new LinkedHashSet<>(rules.waived());
    waived.addAll(proofs.waived());
    return new Judgement(
        rules.stack(),
        distinct(Stream.of(rules.findings(), proofs.findings())),
        List.copyOf(waived));
  }

  private static List<Finding> distinct(Stream<List<Finding>> all) {
    return all.flatMap(Collection::stream).distinct().toList();
  }

  /** Everything that stands. A price that is missing speaks of no wall, and is a note instead. */
  List<Finding> standing() {
    return Stream.of(
            inventoryFindings.stream(),
            stacks.stream().flatMap(stack -> stack.judgement().findings().stream()),
            quotas.findings().stream())
        .flatMap(all -> all)
        .toList();
  }

  /** Tells whether anything on the page blocks. */
  boolean blocks() {
    return standing().stream().anyMatch(Finding::blocks);
  }

  /** How many prices and charges the estimates lack. */
  long missingPrices() {
    return CostFindings.of(stacks.stream().map(Surveyed::cost).toList()).size();
  }
}
