package io.cellwall.fleet.engine;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the engine did.
 *
 * @param exit the exit code; 0 if all went well
 * @param changes how many resources by operation, {@code create}, {@code same} and so on
 * @param steps each operation on a resource, in the order in which they began
 * @param finished the URNs of the operations that came to their end
 * @param findings what a policy pack said of resources
 * @param packs the names of the policy packs that the engine asked
 * @param cancelled whether it stopped because somebody asked it to
 * @param errors what the engine and the providers complained of
 * @param time how long it took
 */
public record Outcome(
    int exit,
    SortedMap<String, Integer> changes,
    List<Step> steps,
    Set<String> finished,
    List<PolicyFinding> findings,
    Set<String> packs,
    boolean cancelled,
    List<String> errors,
    Duration time) {

  /**
   * What a policy pack said of a resource.
   *
   * @param policy the rule's name
   * @param urn the resource; empty if it is the whole stack's
   * @param message what it said
   * @param blocks whether the engine stops for it
   */
  public record PolicyFinding(String policy, String urn, String message, boolean blocks) {}

  /**
   * One operation.
   *
   * @param operation {@code create}, {@code update}, {@code replace}, {@code delete} and so on
   * @param urn the resource
   * @param properties the inputs that differ
   */
  public record Step(String operation, String urn, List<String> properties) {}

  public Outcome {
    changes = Collections.unmodifiableSortedMap(new TreeMap<>(changes));
    steps = List.copyOf(steps);
    finished = Set.copyOf(finished);
    findings = List.copyOf(findings);
    packs = Set.copyOf(packs);
    errors = List.copyOf(errors);
  }

  /** Whether all went well. */
  public boolean succeeded() {
    return exit == 0;
  }

  /** Whether nothing was, or would be, changed. */
  public boolean changedNothing() {
    return changes.keySet().stream().allMatch("same"::equals);
  }

  /** The changes in words: {@code 2 delete, 4 update}. */
  public String inWords() {
    return changes.isEmpty()
        ? "nothing"
        : changes.entrySet().stream()
            .map(each -> each.getValue() + " " + each.getKey())
            .collect(Collectors.joining(", "));
  }
}
