package io.cellwall.controlplane.deploy;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

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
    DeployActions actions = DeployActions.load();
    SortedMap<String, List<String>> byType = new TreeMap<>();
    for (String type : resourceTypes) {
      byType.put(type, actions.of(new TreeSet<>(List.of(type))).get(0).actions());
    }
    return Collections.unmodifiableSortedMap(byType);
  }
}
