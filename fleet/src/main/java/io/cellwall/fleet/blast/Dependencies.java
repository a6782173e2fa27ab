package io.cellwall.fleet.blast;

import io.cellwall.fleet.graph.Declared;
import io.cellwall.fleet.graph.Home;
import io.cellwall.policies.graph.Node;
import io.cellwall.policies.ownership.OwnerIndex;
import io.cellwall.policies.ownership.Owner;
import io.cellwall.policies.ownership.Reference;
import io.cellwall.policies.ownership.References;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.StackName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** Reads all graphs of a fleet. */
  static Dependencies of(Inventory inventory, Collection<StackView> stacks) {
    OwnerIndex index = new OwnerIndex(inventory);
    Dependencies found = new Dependencies(new TreeMap<>());
    found.sharedAccounts(stacks, index);
    for (StackView view : stacks) {
      Optional<io.cellwall.policies.ownership.Home> home = index.home(view.name());
      if (home.isEmpty()) {
        continue;
      }
      for (Node node : view.graph().nodes()) {
        for (Reference reference :
            References.of(node, view.graph(), home.get(), index).found()) {
          thing(view.name(), reference)
              .ifPresent(thing -> found.add(thing, view.name(), node.urn() + " " + reference.property()));
        }
      }
      found.accounts(view, home.get());
    }
    return found;
  }

  private void add(String thing, String stack, String where) {
    behind.computeIfAbsent(thing, any -> new TreeMap<>()).putIfAbsent(stack, where);
  }

  // Whoever closes an account, or spoils it, does so for all stacks in it.
  private void sharedAccounts(Collection<StackView> views, OwnerIndex index) {
    SortedMap<String, SortedSet<String>> sharing = new TreeMap<>();
    for (StackView view : views) {
      String stack = view.name();
      index
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
            stacks.forEach(stack -> add("account " + account, stack, "cells/" + stack + ".yaml account"));
          }
        });
  }

  // Resources that a stack makes in an account that is not its own.
  private void accounts(StackView view, io.cellwall.policies.ownership.Home home) {
    for (Declared resource : view.resources()) {
      Home.of(resource)
          .filter(its -> !its.account().equals(home.account()))
          .ifPresent(its -> add("account " + its.account(), view.name(), resource.node().urn()));
    }
  }

  /** What a stack that holds the reference rests on, in words; empty if it is its own or AWS's. */
  private static Optional<String> thing(String stack, Reference reference) {
    Owner owner = reference.owner();
    if (owner instanceof Owner.Edge edge) {
      return rank(edge.stack()) > rank(StackName.parse(stack))
              || (rank(edge.stack()) == rank(StackName.parse(stack))
                  && !edge.stack().value().equals(stack))
          ? Optional.of("stack " + edge.stack())
          : Optional.empty();
    }
    if (owner instanceof Owner.OtherCell cell) {
      // An edge names its cells: those are its doors to them, not what it rests on.
      return rank(StackName.parse(stack)) > 0
          ? Optional.empty()
          : Optional.of("stack " + cell.cell());
    }
    if (owner instanceof Owner.Stranger
        || owner instanceof Owner.Unknown
        || owner instanceof Owner.Several
        || owner instanceof Owner.Nobody) {
      // Addresses are only numbers: nobody rests on a block.
      if (reference.kind() == Reference.Kind.CIDR) {
        return Optional.empty();
      }
      return Optional.of(reference.kind().words().replaceFirst("^the ", "") + " " + reference.shown());
    }
    return Optional.empty();
  }

  /** How far up a stack stands: what is below rests on what is above. */
  private static int rank(StackName stack) {
    if (stack instanceof StackName.OfCell) {
      return 0;
    }
    if (stack instanceof StackName.OfRegionEdge) {
      return 1;
    }
    return stack instanceof StackName.OfZoneEdge ? 2 : 3;
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
    return new ArrayList<>(behind.getOrDefault(thing, new TreeMap<>()).values()).stream().limit(2).toList();
  }
}
