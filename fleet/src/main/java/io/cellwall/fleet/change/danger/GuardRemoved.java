package io.cellwall.fleet.change.danger;

import io.cellwall.fleet.change.Action;
import io.cellwall.fleet.change.ResourceChange;
import io.cellwall.policies.graph.change.PropertyDifference;
import io.cellwall.regions.finding.Finding;
import io.cellwall.rehearsal.facts.AwsFacts;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What keeps a resource from being deleted by mistake is taken away. */
final class GuardRemoved implements DangerRule {

  private static final Set<String> GUARDS =
      Set.of("(protect)", "(retainOnDelete)", "deletionProtection", "enableDeletionProtection");
  private static final Set<String> OPPOSITES = Set.of("forceDestroy", "skipFinalSnapshot");

  @Override
  public String reason() {
    return "The next mistake can delete it: take the guard away only in the change before the one"
        + " that deletes.";
  }

  @Override
  public List<Finding> inStack(StackDelta delta) {
    return delta
        .resources()
        .flatMap(
            each ->
                each.differences().stream()
                    .filter(difference -> removes(each, difference))
                    .map(
                        difference ->
                            danger(
                                each.urn(), each.shown() + ": " + difference.words(), List.of())))
        .toList();
  }

  private static boolean removes(ResourceChange resource, PropertyDifference difference) {
    String path = difference.path();
    boolean guard = GUARDS.contains(path) || AwsFacts.of(resource.type()).guard().equals(path);
    boolean was = difference.before().equals(Optional.of("true"));
    boolean is = difference.after().equals(Optional.of("true"));
    return (guard && was && !is)
        || (OPPOSITES.contains(path) && is && !was && resource.action() != Action.CREATE);
  }
}
