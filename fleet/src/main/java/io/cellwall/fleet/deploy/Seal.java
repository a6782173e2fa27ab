package io.cellwall.fleet.deploy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a saved plan was made from, and so what must be as it was when the plan is carried out. It
 * guards against change, not against forgery: whoever can write the plan can write this too. But
 * whatever the plan says, the engine asks the policy pack again.
 *
 * @param schemaVersion version of this record's form
 * @param stack the stack's name
 * @param backend where its state is
 * @param engine the engine's version
 * @param program fingerprint of the program and its libraries
 * @param pack fingerprints of the policy pack's files
 * @param project fingerprints of the project's file and the stack's configuration
 * @param inventory fingerprints of the inventory's files
 * @param state fingerprint of the stack's state
 * @param plan fingerprint of the plan's file
 * @param work what the plan does
 */
record Seal(
    int schemaVersion,
    String stack,
    String backend,
    String engine,
    String program,
    SortedMap<String, String> pack,
    SortedMap<String, String> project,
    SortedMap<String, String> inventory,
    String state,
    String plan,
    Work work) {

  static final int SCHEMA_VERSION = 1;

  Seal {
    pack = Collections.unmodifiableSortedMap(new TreeMap<>(pack));
    project = Collections.unmodifiableSortedMap(new TreeMap<>(project));
    inventory = Collections.unmodifiableSortedMap(new TreeMap<>(inventory));
  }

  /** What is not any more as this says, in words; empty if the plan may be carried out. */
  List<String> differences(Seal now) {
    List<String> all = new ArrayList<>();
    text(all, "the stack", stack, now.stack);
    text(all, "the backend", backend, now.backend);
    text(all, "the engine's version", engine, now.engine);
    if (!program.equals(now.program)) {
      all.add("the program was built anew from other sources or libraries");
    }
    files(all, "the policy pack", pack, now.pack);
    files(all, "the project", project, now.project);
    files(all, "the inventory", inventory, now.inventory);
    if (!state.equals(now.state)) {
      all.add("the stack's state changed: somebody deployed, refreshed or imported since");
    }
    if (!plan.equals(now.plan)) {
      all.add("the plan's file is not the one that was sealed");
    }
    return all;
  }

  private static void text(List<String> all, String what, String was, String is) {
    if (!was.equals(is)) {
      all.add("%s is %s; the plan was made for %s".formatted(what, is, was));
    }
  }

  private static void files(
      List<String> all, String what, Map<String, String> was, Map<String, String> is) {
    TreeSet<String> names = new TreeSet<>(was.keySet());
    names.addAll(is.keySet());
    for (String name : names) {
      if (!was.containsKey(name)) {
        all.add("%s has %s, which is new".formatted(what, name));
      } else if (!is.containsKey(name)) {
        all.add("%s has no %s any more".formatted(what, name));
      } else if (!was.getOrDefault(name, "").equals(is.get(name))) {
        all.add("%s changed in %s".formatted(what, name));
      }
    }
  }
}
