package io.cellwall.controlplane.deploy;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** What deploying a stack takes, for those who prove that its role may do it. */
public final class NeededActions {

  private NeededActions() {}

  /**
   * The actions by type.
   *
   * @param resourceTypes the types that the stack creates, as Pulumi has them
   * @throws IllegalArgumentException if it is not known of all of them
   */
  public static SortedMap<String, List<String>> of(SortedSet<String> resourceTypes) {
    return byType(resourceTypes, DeployActions.Needs::actions);
  }

  /**
   * What copies of resources in other regions of the zone take, in those regions and before a copy
   * exists, by type; only types that are copied are in it.
   *
   * @param resourceTypes the types that the stack creates, as Pulumi has them
   * @throws IllegalArgumentException if it is not known of all of them
   */
  public static SortedMap<String, List<String>> ofCopies(SortedSet<String> resourceTypes) {
    SortedMap<String, List<String>> copied =
        new TreeMap<>(byType(resourceTypes, DeployActions.Needs::copies));
    copied.values().removeIf(List::isEmpty);
    return Collections.unmodifiableSortedMap(copied);
  }

  private static SortedMap<String, List<String>> byType(
      SortedSet<String> resourceTypes, Function<DeployActions.Needs, List<String>> what) {
    DeployActions actions = DeployActions.load();
    SortedMap<String, List<String>> byType = new TreeMap<>();
    for (String type : resourceTypes) {
      byType.put(type, what.apply(actions.of(new TreeSet<>(List.of(type))).get(0)));
    }
    return Collections.unmodifiableSortedMap(byType);
  }
}
