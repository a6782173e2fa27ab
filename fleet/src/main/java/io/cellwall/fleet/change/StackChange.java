package io.cellwall.fleet.change;

import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Source;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What becomes of one stack.
 *
 * @param stack its name
 * @param zone its residency zone, or {@code global}
 * @param region its region
 * @param kind whether the stack itself comes, goes, changes or stays
 * @param users the users whose home cell or whose way there it is
 * @param source its file of the inventory, and the first line there that changed, if one did
 * @param resources what becomes of its resources: of a new stack and one that goes, without their
 *     properties
 * @param dangers what stands out of it; warnings
 * @param notes what could not be compared
 * @param canonical what makes a text of this stack the same as that of its siblings
 */
public record StackChange(
    String stack,
    String zone,
    String region,
    Kind kind,
    long users,
    Source source,
    List<ResourceChange> resources,
    List<Finding> dangers,
    List<String> notes,
    CanonicalText canonical) {

  /** What becomes of a stack. */
  public enum Kind {
    /** It is new. */
    CREATED,
    /** It goes away. */
    DELETED,
    /** Something in it changes. */
    CHANGED,
    /** Nothing in it changes. */
    UNCHANGED
  }

  public StackChange {
    resources = List.copyOf(resources);
    dangers = List.copyOf(dangers);
    notes = List.copyOf(notes);
  }

  /** Whether anything becomes of it. */
  public boolean isChange() {
    return kind != Kind.UNCHANGED;
  }

  /** How many resources are created, updated and so on; only actions that occur. */
  public SortedMap<Action, Long> counts() {
    SortedMap<Action, Long> counts = new TreeMap<>();
    resources.forEach(each -> counts.merge(each.action(), 1L, Long::sum));
    return Collections.unmodifiableSortedMap(counts);
  }

  /** How many resources there are of each type; for stacks that come or go. */
  Map<String, Long> types() {
    Map<String, Long> types = new TreeMap<>();
    resources.forEach(each -> types.merge(each.shortType(), 1L, Long::sum));
    return types;
  }

  /** The same with its dangers. */
  public StackChange with(List<Finding> found) {
    return new StackChange(
        stack, zone, region, kind, users, source, resources, found, notes, canonical);
  }
}
