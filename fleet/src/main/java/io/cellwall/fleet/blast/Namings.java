package io.cellwall.fleet.blast;

import io.cellwall.fleet.graph.Declared;
import io.cellwall.fleet.graph.Home;
import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.ownership.Owner;
import io.cellwall.policies.ownership.OwnerIndex;
import io.cellwall.policies.ownership.Reference;
import io.cellwall.policies.ownership.References;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.StackName;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads off each stack's graph what it names beyond itself.
 *
 * <p>To read all inputs of a graph is what takes time, so what was read is kept: whoever compares
 * fleets that share graphs uses the same object for all. Not for use by several threads.
 */
public final class Namings {

  private final OwnerIndex index;
  private final Map<ResourceGraph, SortedMap<String, String>> read = new IdentityHashMap<>();

  /** Readings by what an inventory gives to whom. */
  public Namings(Inventory inventory) {
    this.index = new OwnerIndex(inventory);
  }

  Optional<io.cellwall.policies.ownership.Home> home(String stack) {
    return index.home(stack);
  }

  /** Each thing that a stack names, with the first property that does. */
  SortedMap<String, String> of(StackView view) {
    return read.computeIfAbsent(view.graph(), any -> namesIn(view));
  }

  private SortedMap<String, String> namesIn(StackView view) {
    SortedMap<String, String> found = new TreeMap<>();
    index
        .home(view.name())
        .ifPresent(
            home -> {
              for (Node node : view.graph().nodes()) {
                for (Reference reference : References.of(node, view.graph(), home, index).found()) {
                  thing(view.name(), reference)
                      .ifPresent(
                          thing ->
                              found.putIfAbsent(thing, node.urn() + " " + reference.property()));
                }
              }
              accounts(view, home, found);
            });
    return found;
  }

  // Resources that a stack makes in an account that is not its own.
  private static void accounts(
      StackView view, io.cellwall.policies.ownership.Home home, SortedMap<String, String> found) {
    for (Declared resource : view.resources()) {
      Home.of(resource)
          .filter(its -> !its.account().equals(home.account()))
          .ifPresent(its -> found.putIfAbsent("account " + its.account(), resource.node().urn()));
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
      return Optional.of(
          reference.kind().words().replaceFirst("^the ", "") + " " + reference.shown());
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
}
