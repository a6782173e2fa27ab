package io.cellwall.controlplane.deploy;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes actions short, as a template has room for 51,200 characters.
 *
 * <p>Where a service is asked to describe or list two kinds of things, it may describe and list
 * all: that reads no contents. Where three kinds may be changed or deleted, all may that have the
 * stack's own names; not so in services where names do not tell whose a thing is, or where a change
 * can open a wall.
 */
final class Shortened {

  private static final List<String> READS = List.of("Describe", "List", "GetBucket");
  private static final List<String> CHANGES = List.of("Delete", "Modify", "Update");

  private static final Set<String> WORD_BY_WORD =
      Set.of("backup", "cloudtrail", "ec2", "iam", "kms", "logs", "route53", "s3");

  private Shortened() {}

  /** The same actions of one service or more, or more of the same verb. */
  static String[] of(SortedSet<String> actions) {
    SortedMap<String, SortedSet<String>> byVerb = new TreeMap<>();
    for (String action : actions) {
      byVerb.computeIfAbsent(verbOf(action), any -> new TreeSet<>()).add(action);
    }
    SortedSet<String> shortened = new TreeSet<>();
    byVerb.forEach(
        (verb, some) -> {
          boolean reads = READS.contains(verb.substring(verb.indexOf(':') + 1));
          if (some.size() >= (reads ? 2 : 3)) {
            shortened.add(verb + "*");
          } else {
            shortened.addAll(some);
          }
        });
    return shortened.toArray(String[]::new);
  }

  // The action itself, where it has no verb that may be shortened.
  private static String verbOf(String action) {
    int name = action.indexOf(':') + 1;
    String service = action.substring(0, name - 1);
    for (String verb : READS) {
      if (action.startsWith(verb, name)) {
        return service + ":" + verb;
      }
    }
    for (String verb : CHANGES) {
      if (!WORD_BY_WORD.contains(service) && action.startsWith(verb, name)) {
        return service + ":" + verb;
      }
    }
    return action;
  }
}
