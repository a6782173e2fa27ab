package io.cellwall.fleet.change.danger;

import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import io.cellwall.regions.finding.Source;
import java.util.List;
import java.util.Optional;

/**
 * One way in which a change can do harm. Its id is the name of its class.
 *
 * <p>What it finds is a warning: a change may be meant. It speaks of stacks that change, not of
 * those that come: nobody is at home there yet.
 */
public interface DangerRule {

  /** The id. */
  default String id() {
    return getClass().getSimpleName();
  }

  /** Why it is dangerous, in a sentence. */
  String reason();

  /** What stands out of a stack that changes or goes. */
  default List<Finding> inStack(StackDelta delta) {
    return List.of();
  }

  /** What stands out of the fleet as a whole. */
  default List<Finding> inFleet(FleetDelta delta) {
    return List.of();
  }

  /** A danger of this kind. */
  default Finding danger(String subject, String message, List<String> path) {
    return new Finding(id(), Severity.WARNING, subject, message, reason(), path, Optional.empty());
  }

  /** A danger of this kind that a file of the inventory brings about. */
  default Finding danger(String subject, String message, Source source) {
    return new Finding(
        id(), Severity.WARNING, subject, message, reason(), List.of(), Optional.of(source));
  }
}
