package io.cellwall.policies.crossguard;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.judge.Judge;
import io.cellwall.policies.judge.Session;
import io.cellwall.policies.judge.Telling;
import io.cellwall.policies.waivers.Waivers;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.reading.InventoryReader;
import io.cellwall.regions.reading.InventoryReading;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import pulumirpc.AnalyzerOuterClass.AnalyzerResource;

/** One stack on its way through the engine: a preview, a deployment, or a look at its state. */
final class StackRun {

  private final String stack;
  private final Session session;
  private final Waivers waivers;
  private final Severity unusedWaiver;
  private final Map<String, Node> arrived = new LinkedHashMap<>();
  private final Set<String> told = new HashSet<>();

  private StackRun(String stack, Session session, Waivers waivers, Severity unusedWaiver) {
    this.stack = stack;
    this.session = session;
    this.waivers = waivers;
    this.unusedWaiver = unusedWaiver;
  }

  /**
   * Opens the way of a stack.
   *
   * @param telling what the engine tells of resources in this run
   * @throws RefusedException if the inventory cannot be read or is not valid
   */
  static StackRun of(String stack, Telling telling, Path inventory, Clock clock) {
    InventoryReading reading = InventoryReader.read(inventory);
    Inventory read =
        reading.inventory().orElseThrow(() -> RefusedException.of(inventory, reading.findings()));
    // A deployment leaves less undecided than the preview that the waiver was written for.
    Severity unused =
        telling instanceof Telling.InputsInDeployment ? Severity.WARNING : Severity.VIOLATION;
    return new StackRun(
        stack, Judge.of(read).open(stack, telling), new Waivers(reading.waivers(), clock), unused);
  }

  String stack() {
    return stack;
  }

  /** What is wrong with a resource that is about to be made. */
  List<Finding> arrive(Node node) {
    arrived.put(node.urn(), node);
    return news(session.arrive(node).findings());
  }

  /** What only the whole stack shows. */
  List<Finding> complete(List<AnalyzerResource> resources) {
    // What the engine does not repeat at the end still arrived.
    Map<String, Node> nodes = new LinkedHashMap<>(arrived);
    for (AnalyzerResource each : resources) {
      nodes.put(
          each.getUrn(),
          EngineNodes.finished(each, Optional.ofNullable(arrived.get(each.getUrn()))));
    }
    ResourceGraph whole = new ResourceGraph(stack, List.copyOf(nodes.values()));
    List<Finding> findings = new ArrayList<>(news(session.complete(whole)));
    findings.addAll(waivers.findings(unusedWaiver));
    return findings;
  }

  // What was said on arrival is not said again at the end.
  private List<Finding> news(List<Finding> findings) {
    return waivers.apply(stack, findings).findings().stream()
        .filter(finding -> told.add(finding.id()))
        .toList();
  }

  /** The resource that the engine shows a finding with; empty for what is about none. */
  String shownWith(Finding finding) {
    return arrived.containsKey(finding.subject()) ? finding.subject() : "";
  }

  /** The pack cannot judge, so nothing may pass. */
  static final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }

    static RefusedException of(Path inventory, List<Finding> findings) {
      return new RefusedException(
          findings.stream()
              .filter(Finding::blocks)
              .map(
                  finding ->
                      "%n  %s: %s"
                          .formatted(
                              finding.source().map(Object::toString).orElse(finding.subject()),
                              finding.message()))
              .collect(
                  Collectors.joining(
                      "",
                      "the inventory " + inventory + " is not valid, so nothing can be judged:",
                      "%n  see all of it, with how to fix it: cellwall inventory validate"
                          .formatted())));
    }
  }
}
