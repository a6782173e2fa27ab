package io.cellwall.fleet.change;

import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.graph.change.GraphChange;
import io.cellwall.regions.finding.Source;
import io.cellwall.regions.model.Inventory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Compares the two sides of a stack.
 *
 * @param before the inventory as it was
 * @param after the inventory as it becomes
 * @param sources a stack's file of the inventory, and the first line of it that changed
 */
public record StackComparison(
    Inventory before, Inventory after, Function<StackSides, Source> sources) {

  /** What becomes of a stack. */
  public StackChange compare(StackSides sides) {
    return switch (sides.exists()) {
      case BEFORE -> whole(sides, sides.before().orElseThrow(), StackChange.Kind.DELETED);
      case AFTER -> whole(sides, sides.after().orElseThrow(), StackChange.Kind.CREATED);
      case BOTH ->
          sides.before().isEmpty() || sides.after().isEmpty()
              ? change(sides, StackChange.Kind.UNCHANGED, List.of(), List.of())
              : both(sides, sides.before().get(), sides.after().get());
    };
  }

  private StackChange whole(StackSides sides, ResourceGraph graph, StackChange.Kind kind) {
    Action action = kind == StackChange.Kind.CREATED ? Action.CREATE : Action.DELETE;
    return change(
        sides,
        kind,
        graph.nodes().stream()
            .filter(ResourceChanges::makes)
            .map(node -> ResourceChanges.plain(node, action))
            .toList(),
        List.of());
  }

  private StackChange both(StackSides sides, ResourceGraph from, ResourceGraph to) {
    GraphChange change = GraphChange.between(from, to);
    if (change.isEmpty()) {
      return change(sides, StackChange.Kind.UNCHANGED, List.of(), List.of());
    }
    MadeUpIds ids = new MadeUpIds(List.of(to, from));
    List<ResourceChange> resources =
        ResourceChanges.of(change, to).stream().map(each -> each.with(ids)).toList();
    List<String> notes = new ArrayList<>();
    if (resources.isEmpty()) {
      notes.add("only what the engine keeps differs: dependencies, parents, made-up outputs");
    }
    long secrets = uncertain(from, to);
    if (secrets > 0) {
      notes.add(secrets + " secrets are hidden on one side; whether they changed is not known");
    }
    return change(sides, StackChange.Kind.CHANGED, resources, notes);
  }

  private StackChange change(
      StackSides sides, StackChange.Kind kind, List<ResourceChange> resources, List<String> notes) {
    return new StackChange(
        sides.stack(),
        sides.zone(),
        sides.region(),
        kind,
        Reach.usersOf(sides.stack(), before, after),
        sources.apply(sides),
        resources,
        List.of(),
        notes,
        CanonicalText.of(
            sides.stack(),
            sides.zone(),
            sides.region(),
            sides.exists() == StackSides.Exists.BEFORE ? before : after));
  }

  // A secret read from a file is hidden, and equal to any other hidden one.
  private static long uncertain(ResourceGraph from, ResourceGraph to) {
    return Stream.of(from, to).mapToLong(StackComparison::hidden).max().orElse(0);
  }

  private static long hidden(ResourceGraph graph) {
    return graph.nodes().stream()
        .filter(node -> node.inputs().hasSecrets())
        .flatMap(node -> node.inputs().values().values().stream())
        .filter(StackComparison::isHidden)
        .count();
  }

  private static boolean isHidden(Value value) {
    if (value instanceof Value.Secret secret) {
      return secret.value().bare() instanceof Value.Unknown
          || secret.value().bare() instanceof Value.Null;
    }
    if (value instanceof Value.Fields fields) {
      return fields.values().values().stream().anyMatch(StackComparison::isHidden);
    }
    return value instanceof Value.Items items
        && items.values().stream().anyMatch(StackComparison::isHidden);
  }
}
