package io.cellwall.policies.judge;

import io.cellwall.policies.graph.GrowingGraph;
import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

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
    Predicate<Finding> stands = standing(node);
    List<Finding> decided = findings.stream().filter(stands).toList();
    decided.forEach(this::note);
    return new Arrival(decided, findings.stream().filter(stands.negate()).toList());
  }

  // A second look at what was found is dear, and seldom needed.
  private Predicate<Finding> standing(Node node) {
    return judge
        .home(soFar.stack())
        .<Predicate<Finding>>map(
            home -> {
              Hopeful hopes = new Hopeful(soFar, home, judge.index(), telling);
              List<Finding> hopeless = judge.judgeHopefully(node, hopes);
              return finding -> hopeless.contains(finding) && !hopes.waits(finding.rule());
            })
        .orElse(finding -> true);
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
