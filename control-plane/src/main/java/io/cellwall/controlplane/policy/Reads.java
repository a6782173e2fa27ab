package io.cellwall.controlplane.policy;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes actions short: where a service is asked to describe or to list two kinds of things, it may
 * describe and list all, of the same resources. A template has room for no more, and a read changes
 * nothing; reads of contents ({@code Get...}) stay as they are.
 */
public final class Reads {

  private static final List<String> VERBS = List.of("Describe", "List");

  private Reads() {}

  /** The same actions, or more that only describe or list. */
  public static SortedSet<String> shortened(SortedSet<String> actions) {
    SortedMap<String, SortedSet<String>> byVerb = new TreeMap<>();
    SortedSet<String> shortened = new TreeSet<>();
    for (String action : actions) {
      int name = action.indexOf(':') + 1;
      VERBS.stream()
          .filter(verb -> action.startsWith(verb, name))
          .findFirst()
          .ifPresentOrElse(
              verb ->
                  byVerb
                      .computeIfAbsent(
                          action.substring(0, name) + verb + "*", any -> new TreeSet<>())
                      .add(action),
              () -> shortened.add(action));
    }
    byVerb.forEach(
        (all, some) -> {
          if (some.size() > 1) {
            shortened.add(all);
          } else {
            shortened.addAll(some);
          }
        });
    return shortened;
  }
}
