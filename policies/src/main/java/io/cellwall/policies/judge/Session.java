package io.cellwall.policies.judge;

import io.cellwall.policies.graph.GrowingGraph;
import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Judges a stack while it is declared: each node as it arrives, by what arrived before it, and at
 * the end what only the whole shows.
 *
 * <p>What is found on arrival stands: it is never taken back, and all findings together are those
 * of {@link Judge#judge(ResourceGraph)} on the whole. For that, a node must arrive after its
 * provider and after what its values derive from, as an engine has it anyway. Not for use by more
 * than one thread at a time.
 */
public final class Session {

  private final Judge judge;
  private final Telling telling;
  private final GrowingGraph soFar;
  private final Map<String, Finding> found = new LinkedHashMap<>();

  Session(Judge judge, String stack, Telling telling) {
    this.judge = judge;
    this.telling = telling;
    this.soFar = new GrowingGraph(stack);
  }

  /**
   * Judges a node by what arrived before it.
   *
   * @throws IllegalArgumentException if a node with its URN has arrived
   */
  public Arrival arrive(Node node) {
    soFar.add(node);
    List<Finding> findings = judge.judge(node, soFar);
    if (findings.isEmpty()) {
      return new Arrival(List.of(), List.of());
    }
    Arrival arrival =
        judge
            .home(soFar.stack())
            .map(home -> sorted(node, findings, new Hopeful(soFar, home, judge.index(), telling)))
            .orElseGet(() -> new Arrival(findings, List.of()));
    arrival.findings().forEach(this::note);
    return arrival;
  }

  // A second look at what was found is dear, and seldom needed.
  private Arrival sorted(Node node, List<Finding> findings, Hopeful hopes) {
    List<Finding> hopeless = judge.judgeHopefully(node, hopes);
    List<Finding> decided =
        findings.stream()
            .filter(finding -> hopeless.contains(finding) && !hopes.waits(finding.rule()))
            .toList();
    // A rule that has found something keeps others silent; they speak if it is satisfied later.
    List<Finding> deferred =
        Stream.concat(findings.stream(), hopeless.stream())
            .distinct()
            .filter(finding -> !decided.contains(finding))
            .sorted()
            .toList();
    return new Arrival(decided, deferred);
  }

  /** Everything that is wrong with what has arrived, sorted. */
  public List<Finding> complete() {
    return complete(soFar.whole());
  }

  /**
   * Everything that is wrong with the stack, sorted.
   *
   * @param whole all that was declared, with what is known of it at the end
   */
  public List<Finding> complete(ResourceGraph whole) {
    judge.judge(whole).forEach(this::note);
    return found.values().stream().sorted().toList();
  }

  // The same finding may weigh more at the end, where an unknown value has become known.
  private void note(Finding finding) {
    found.merge(
        finding.id(),
        finding,
        (before, now) -> now.severity() == Severity.VIOLATION ? now : before);
  }
}
