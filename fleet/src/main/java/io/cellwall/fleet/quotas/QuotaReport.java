package io.cellwall.fleet.quotas;

import io.cellwall.fleet.graph.Declared;
import io.cellwall.fleet.graph.Home;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import io.cellwall.regions.quotas.QuotaComparison;
import io.cellwall.regions.quotas.QuotaVerdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the accounts need, and whether they have it.
 *
 * @param stacks the stacks in each account, by account id
 * @param verdicts by account, region and quota
 * @param uncounted resources of types that no known quota counts, by type
 * @param autoMode stacks whose nodes EKS Auto Mode decides on, so that nobody can count them
 * @param findings what is short, and what could not be counted
 */
public record QuotaReport(
    SortedMap<String, SortedSet<String>> stacks,
    List<QuotaVerdict> verdicts,
    SortedMap<String, Long> uncounted,
    List<String> autoMode,
    List<Finding> findings) {

  public QuotaReport {
    stacks = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(stacks)));
    verdicts = List.copyOf(verdicts);
    uncounted = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(uncounted)));
    autoMode = List.copyOf(autoMode);
    findings = List.copyOf(findings);
  }

  /** Tells whether something is short or could not be counted. */
  public boolean blocks() {
    return findings.stream().anyMatch(Finding::blocks);
  }

  /** Counts the graphs and compares. Resources of several stacks in one account add up. */
  public static QuotaReport of(List<ResourceGraph> graphs, QuotaComparison comparison) {
    Tally tally = new Tally();
    SortedMap<String, SortedSet<String>> stacks = new TreeMap<>();
    SortedMap<String, Long> uncounted = new TreeMap<>();
    List<String> autoMode = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (ResourceGraph graph : graphs) {
      for (Declared resource : Declared.in(graph)) {
        String type = resource.node().type();
        List<Counting> countings = QuotaCounts.of(type);
        if (!QuotaCounts.knows(type)) {
          uncounted.merge(type, 1L, Long::sum);
        }
        if (countings.isEmpty()) {
          continue;
        }
        Optional<Home> home = Home.of(resource);
        if (home.isEmpty()) {
          findings.add(homeless(resource));
          continue;
        }
        stacks
            .computeIfAbsent(home.get().account().value(), account -> new TreeSet<>())
            .add(graph.stack());
        countings.forEach(counting -> counting.count(resource, home.get(), tally));
        if (type.equals("aws:eks/cluster:Cluster")
            && Declared.isTrue(resource.fields("computeConfig"), "enabled")) {
          autoMode.add(graph.stack());
        }
      }
    }
    List<QuotaVerdict> verdicts = comparison.compare(tally.needs());
    verdicts.forEach(verdict -> verdict.finding().ifPresent(findings::add));
    return new QuotaReport(stacks, verdicts, uncounted, autoMode, findings);
  }

  private static Finding homeless(Declared resource) {
    return new Finding(
        "AccountUnknown",
        Severity.UNDECIDED,
        resource.node().urn(),
        "the resource's provider does not say its one account and its region, so nobody can tell"
            + " whose quotas it needs",
        "Give it a provider with a region and one allowedAccountIds.",
        List.of(),
        Optional.empty());
  }
}
