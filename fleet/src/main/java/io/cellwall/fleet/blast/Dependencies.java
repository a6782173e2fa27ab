package io.cellwall.fleet.blast;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the stacks of a fleet rest on and do not declare themselves, found by reading every name in
 * every input: another stack, somebody else's account, bucket, host, image or key.
 *
 * @param behind for each thing, the stacks that name it, each with the first property that does
 */
record Dependencies(SortedMap<String, SortedMap<String, String>> behind) {

  /** What the stacks of a fleet name. */
  static Dependencies of(Collection<StackView> stacks, Namings namings) {
    Dependencies found = new Dependencies(new TreeMap<>());
    found.sharedAccounts(stacks, namings);
    for (StackView view : stacks) {
      namings.of(view).forEach((thing, where) -> found.add(thing, view.name(), where));
    }
    return found;
  }

  private void add(String thing, String stack, String where) {
    behind.computeIfAbsent(thing, any -> new TreeMap<>()).putIfAbsent(stack, where);
  }

  // Whoever closes an account, or spoils it, does so for all stacks in it.
  private void sharedAccounts(Collection<StackView> views, Namings namings) {
    SortedMap<String, SortedSet<String>> sharing = new TreeMap<>();
    for (StackView view : views) {
      String stack = view.name();
      namings
          .home(stack)
          .ifPresent(
              home ->
                  sharing
                      .computeIfAbsent(home.account().value(), any -> new TreeSet<>())
                      .add(stack));
    }
    sharing.forEach(
        (account, stacks) -> {
          if (stacks.size() > 1) {
            stacks.forEach(
                stack -> add("account " + account, stack, "cells/" + stack + ".yaml account"));
          }
        });
  }

  /** The stacks that name each thing. */
  Map<String, SortedSet<String>> stacks() {
    SortedMap<String, SortedSet<String>> stacks = new TreeMap<>();
    behind.forEach((thing, by) -> stacks.put(thing, new TreeSet<>(by.keySet())));
    return stacks;
  }

  /** The stacks that name a thing. */
  SortedSet<String> stacksBehind(String thing) {
    return new TreeSet<>(behind.getOrDefault(thing, new TreeMap<>()).keySet());
  }

  /** A few of the places that name a thing. */
  List<String> places(String thing) {
    return new ArrayList<>(behind.getOrDefault(thing, new TreeMap<>()).values())
        .stream().limit(2).toList();
  }
}
