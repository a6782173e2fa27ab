package io.cellwall.fleet.deploy;

import io.cellwall.fleet.engine.Outcome;
import io.cellwall.fleet.graph.StatefulTypes;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a deployment does, as its preview says.
 *
 * @param counts how many resources by operation, those that stay as they are too
 * @param changes each operation, what stays left out
 * @param findings what the policy pack said
 */
record Work(
    SortedMap<String, Integer> counts, List<Change> changes, List<Outcome.PolicyFinding> findings) {

  // A replacement is told three times: as a whole, as what is made, as what is deleted.
  private static final Set<String> PARTS =
      Set.of("create-replacement", "delete-replaced", "discard-replaced", "remove-pending-replace");

  private static final Set<String> NO_CHANGE = Set.of("same", "read", "refresh");

  /**
   * One operation on a resource.
   *
   * @param operation {@code create}, {@code update}, {@code replace}, {@code delete} and so on
   * @param urn the resource
   * @param properties the inputs that differ
   */
  record Change(String operation, String urn, List<String> properties) {
    Change {
      properties = List.copyOf(properties);
    }

    /** Its type: {@code aws:ec2/vpc:Vpc}. */
    String type() {
      String[] parts = urn.split("::", -1);
      return parts.length > 2 ? parts[2].substring(parts[2].lastIndexOf('$') + 1) : "";
    }

    /** Its name. */
    String name() {
      return urn.substring(urn.lastIndexOf("::") + 2);
    }

    /** Whether it takes away what no deployment brings back. */
    boolean losesState() {
      return (operation.equals("delete") || operation.equals("replace"))
          && StatefulTypes.has(type());
    }
  }

  Work {
    counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    changes = List.copyOf(changes);
    findings = List.copyOf(findings);
  }

  static Work of(Outcome preview) {
    return new Work(
        preview.changes(),
        preview.steps().stream()
            .filter(step -> !PARTS.contains(step.operation()))
            .filter(step -> !NO_CHANGE.contains(step.operation()))
            .map(step -> new Change(step.operation(), step.urn(), step.properties()))
            .toList(),
        preview.findings());
  }

  boolean changesNothing() {
    return counts.keySet().stream().allMatch(NO_CHANGE::contains);
  }

  /** What takes away what no deployment brings back. */
  List<Change> losses() {
    return changes.stream().filter(Change::losesState).toList();
  }

  /** What the engine stops for. */
  List<Outcome.PolicyFinding> blocking() {
    return findings.stream().filter(Outcome.PolicyFinding::blocks).toList();
  }

  /** The counts in words: {@code 2 delete, 4 update}. */
  String inWords() {
    return counts.isEmpty()
        ? "nothing"
        : counts.entrySet().stream()
            .map(each -> each.getValue() + " " + each.getKey())
            .collect(Collectors.joining(", "));
  }
}
