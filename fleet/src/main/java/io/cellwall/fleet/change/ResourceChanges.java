package io.cellwall.fleet.change;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.change.GraphChange;
import io.cellwall.policies.graph.change.NodeChange;
import io.cellwall.policies.graph.change.PropertyDifference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says what becomes of each resource of a stack that changes.
 *
 * <p>What replaces a resource is what {@link Replacement} knows; whoever names what AWS makes up
 * for a resource that is replaced changes with it. Components make nothing and are left out.
 */
final class ResourceChanges {

  private final ResourceGraph after;
  private final Map<String, ResourceChange> changes = new LinkedHashMap<>();

  private ResourceChanges(ResourceGraph after) {
    this.after = after;
  }

  /** The resources that change, by URN. */
  static List<ResourceChange> of(GraphChange change, ResourceGraph after) {
    ResourceChanges found = new ResourceChanges(after);
    change.created().stream().filter(ResourceChanges::makes).forEach(found::created);
    change.deleted().stream().filter(ResourceChanges::makes).forEach(found::deleted);
    change.changed().stream().filter(each -> makes(each.after())).forEach(found::changed);
    found.followReplaced();
    return found.changes.values().stream()
        .sorted(java.util.Comparator.comparing(ResourceChange::urn))
        .toList();
  }

  static boolean makes(Node node) {
    return node.kind() != Node.Kind.COMPONENT;
  }

  /** A resource of a stack that comes or goes. */
  static ResourceChange plain(Node node, Action action) {
    return new ResourceChange(node.urn(), node.type(), node.name(), action, List.of(), List.of());
  }

  private void created(Node node) {
    List<String> reasons = new ArrayList<>();
    node.options().importId().ifPresent(id -> reasons.add("adopts the existing " + id));
    put(node, Action.CREATE, PropertyDifference.ofNew(node.inputs()), reasons);
  }

  private void deleted(Node node) {
    List<String> reasons = new ArrayList<>();
    if (node.options().protect()) {
      reasons.add("protected: the engine refuses to delete it");
    }
    if (node.options().retainOnDelete()) {
      reasons.add("stays in AWS, and belongs to no stack any more");
    }
    put(node, Action.DELETE, List.of(), reasons);
  }

  private void changed(NodeChange change) {
    Node node = change.after();
    Set<String> ignored = Set.copyOf(node.options().ignoreChanges());
    List<PropertyDifference> differences =
        new ArrayList<>(
            change.inputs().stream().filter(each -> !ignored.contains(each.input())).toList());
    List<String> reasons = new ArrayList<>();
    Action action =
        differences.isEmpty() ? Action.NONE : Replacement.of(node.type(), differences, reasons);
    if (!change.before().provider().equals(node.provider())) {
      action = Action.MAY_REPLACE;
      differences.add(
          new PropertyDifference("(provider)", change.before().provider(), node.provider()));
    }
    flag(differences, "(protect)", change.before().options().protect(), node.options().protect());
    flag(
        differences,
        "(retainOnDelete)",
        change.before().options().retainOnDelete(),
        node.options().retainOnDelete());
    if (!change.before().urn().equals(node.urn())) {
      reasons.add("was " + change.before().urn());
    }
    if (action != Action.NONE || !differences.isEmpty() || !reasons.isEmpty()) {
      put(node, action, differences, reasons);
    }
  }

  private static void flag(
      List<PropertyDifference> differences, String path, boolean before, boolean after) {
    if (before != after) {
      differences.add(
          new PropertyDifference(
              path, Optional.of(String.valueOf(before)), Optional.of(String.valueOf(after))));
    }
  }

  private void put(
      Node node, Action action, List<PropertyDifference> differences, List<String> reasons) {
    changes.put(
        node.urn(),
        new ResourceChange(node.urn(), node.type(), node.name(), action, differences, reasons));
  }

  // Until nothing follows any more: a subnet follows its VPC, and a cluster its subnets.
  private void followReplaced() {
    boolean more = true;
    while (more) {
      more = false;
      for (Node node : after.nodes()) {
        more |= makes(node) && follow(node);
      }
    }
  }

  private boolean follow(Node node) {
    Optional<ResourceChange> known = Optional.ofNullable(changes.get(node.urn()));
    Action now = known.map(ResourceChange::action).orElse(Action.NONE);
    if (now == Action.CREATE || now == Action.REPLACE) {
      return false;
    }
    List<String> reasons = new ArrayList<>();
    Action then = now;
    for (Map.Entry<String, java.util.SortedSet<String>> each :
        node.propertyDependencies().entrySet()) {
      Set<String> replaced =
          each.getValue().stream()
              .filter(urn -> isReplaced(urn))
              .flatMap(urn -> after.find(urn).stream())
              .filter(Replacement::isNamedAnew)
              .filter(other -> holds(node, each.getKey(), other))
              .map(Node::name)
              .collect(Collectors.toCollection(java.util.TreeSet::new));
      if (!replaced.isEmpty()) {
        reasons.add(
            each.getKey() + " names " + String.join(", ", replaced) + ", which is replaced");
        Action wanted = Replacement.of(node.type(), Set.of(each.getKey()));
        then = worse(then, wanted);
      }
    }
    if (reasons.isEmpty() || (then == now && known.isPresent())) {
      return false;
    }
    List<PropertyDifference> differences = known.map(ResourceChange::differences).orElse(List.of());
    // Some were known when it followed another before.
    known.ifPresent(each -> reasons.addAll(0, each.reasons()));
    put(node, then, differences, List.copyOf(new LinkedHashSet<>(reasons)));
    return true;
  }

  private boolean isReplaced(String urn) {
    ResourceChange change = changes.get(urn);
    return change != null && change.action() == Action.REPLACE;
  }

  private static boolean holds(Node node, String input, Node other) {
    io.cellwall.policies.graph.Value value = node.inputs().values().get(input);
    if (value == null) {
      return false;
    }
    List<String> names = other.identities();
    boolean[] found = new boolean[1];
    value.walk(
        input, false, (path, text, secret) -> found[0] |= names.stream().anyMatch(text::contains));
    return found[0];
  }

  private static Action worse(Action one, Action other) {
    List<Action> order = List.of(Action.NONE, Action.UPDATE, Action.MAY_REPLACE, Action.REPLACE);
    return order.indexOf(one) >= order.indexOf(other) ? one : other;
  }
}
