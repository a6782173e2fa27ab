package io.cellwall.policies.network.model;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Predicate;

/** All resources of all graphs, by URN, type and everything AWS calls them. */
public final class Resources {

  /** Outputs by which a resource is named elsewhere, beside its id. */
  private static final List<String> NAMES =
      List.of(
          "arn",
          "serviceName",
          "dnsName",
          "endpoint",
          "address",
          "readerEndpoint",
          "domainName",
          "transitGatewayAttachmentId",
          "defaultNetworkAclId",
          "defaultRouteTableId",
          "mainRouteTableId",
          "defaultSecurityGroupId",
          "associationDefaultRouteTableId",
          "propagationDefaultRouteTableId",
          "primaryNetworkInterfaceId");

  private final Map<String, Resource> byUrn = new LinkedHashMap<>();
  private final Map<String, List<Resource>> byType = new HashMap<>();
  private final Map<String, List<Resource>> byName = new HashMap<>();
  private final List<String> stacks = new ArrayList<>();

  private Resources() {}

  /** Indexes the graphs. */
  public static Resources of(Collection<ResourceGraph> graphs) {
    Resources resources = new Resources();
    for (ResourceGraph graph : graphs) {
      resources.stacks.add(graph.stack());
      graph.nodes().stream()
          // A call has no name of its own: its URN is the function's, with a number.
          .filter(node -> node.kind() != Node.Kind.INVOKE)
          .forEach(node -> resources.add(new Resource(graph.stack(), node)));
    }
    return resources;
  }

  private void add(Resource resource) {
    Node node = resource.node();
    Resource other = byUrn.put(node.urn(), resource);
    if (other != null) {
      throw new IllegalArgumentException(
          "the stacks %s and %s both have %s: pass each stack once"
              .formatted(other.stack(), resource.stack(), node.urn()));
    }
    if (node.kind() == Node.Kind.COMPONENT) {
      return;
    }
    byType.computeIfAbsent(node.type(), type -> new ArrayList<>()).add(resource);
    if (node.kind() == Node.Kind.RESOURCE) {
      Set<String> names = new LinkedHashSet<>();
      node.id().ifPresent(names::add);
      for (String output : NAMES) {
        Optional.ofNullable(node.outputs().values().get(output))
            .flatMap(Resource::text)
            .ifPresent(names::add);
      }
      // EKS makes a security group that nobody declares.
      clusterSecurityGroup(node).ifPresent(names::add);
      names.stream()
          .filter(name -> !name.isBlank() && !isEcho(resource, name))
          .forEach(name -> byName.computeIfAbsent(name, each -> new ArrayList<>()).add(resource));
    }
  }

  // In an object in a state, by a key with a dot where it was made up offline.
  private static Optional<String> clusterSecurityGroup(Node node) {
    Value made =
        new Resource.Part(node.outputs(), "").at("vpcConfig").field("clusterSecurityGroupId");
    return Resource.text(made).or(() -> node.outputs().text("vpcConfig.clusterSecurityGroupId"));
  }

  // An accepter, an option or an association goes by the id of what it is for: that is not its own.
  private static boolean isEcho(Resource resource, String name) {
    return !resource.type().contains("/default")
        && resource.node().inputs().values().values().stream()
            .anyMatch(input -> Resource.text(input).filter(name::equals).isPresent());
  }

  /** The stacks, in the order given. */
  public List<String> stacks() {
    return Collections.unmodifiableList(stacks);
  }

  /** Every resource. */
  public Collection<Resource> all() {
    return Collections.unmodifiableCollection(byUrn.values());
  }

  /** What providers make of these types; not what programs only look at. */
  public List<Resource> of(String... types) {
    List<Resource> found = new ArrayList<>();
    for (String type : types) {
      byType.getOrDefault(type, List.of()).stream()
          .filter(resource -> resource.node().kind() == Node.Kind.RESOURCE)
          .forEach(found::add);
    }
    return found;
  }

  /** Every provider. */
  public List<Resource> providers() {
    return byUrn.values().stream()
        .filter(resource -> resource.node().kind() == Node.Kind.PROVIDER)
        .toList();
  }

  /** The resources of this name, id or ARN, those of the same stack first. */
  public List<Resource> named(String name) {
    return byName.getOrDefault(name, List.of());
  }

  /** What a property names. */
  public Reference refer(Resource from, String property, Predicate<String> types) {
    return refer(from, from.part(property), types);
  }

  /**
   * What a part of a resource names.
   *
   * @param from the resource
   * @param part where the name stands
   * @param types the types that can be meant
   */
  public Reference refer(Resource from, Resource.Part part, Predicate<String> types) {
    Value value = Resource.bare(part.value());
    if (value instanceof Value.Null) {
      return new Reference.Absent();
    }
    Optional<String> text = Resource.text(value);
    if (text.isPresent()) {
      return text.get().isBlank() ? new Reference.Absent() : known(from, text.get(), types);
    }
    return derived(from, Value.Fields.first(part.property()), types);
  }

  private Reference known(Resource from, String text, Predicate<String> types) {
    List<Resource> found = typed(named(text), types);
    if (found.isEmpty() && text.startsWith("arn:")) {
      // An ARN whose resource gave no ARN: its last part is the id.
      found = typed(named(text.substring(text.lastIndexOf('/') + 1)), types);
    }
    List<Resource> own = found.stream().filter(each -> each.stack().equals(from.stack())).toList();
    if (!own.isEmpty()) {
      return new Reference.Found(own);
    }
    return found.isEmpty() ? new Reference.Foreign(text) : new Reference.Found(found);
  }

  private static List<Resource> typed(List<Resource> found, Predicate<String> types) {
    return found.stream().filter(each -> types.test(each.type())).toList();
  }

  // The nearest resources of a fitting type among all that the value derives from.
  private Reference derived(Resource from, String property, Predicate<String> types) {
    SortedSet<String> direct = from.node().propertyDependencies().get(property);
    if (direct == null) {
      return new Reference.Unknown();
    }
    Set<String> seen = new LinkedHashSet<>();
    Deque<String> queue = new ArrayDeque<>(direct);
    List<Resource> found = new ArrayList<>();
    Optional<String> foreign = Optional.empty();
    while (!queue.isEmpty()) {
      String urn = queue.remove();
      Resource next = byUrn.get(urn);
      if (!seen.add(urn) || next == null) {
        continue;
      }
      if (types.test(next.type()) && next.node().kind() == Node.Kind.RESOURCE) {
        found.add(next);
      } else if (types.test(next.type()) && next.node().kind() == Node.Kind.READ) {
        Reference looked =
            next.node().id().map(id -> known(from, id, types)).orElse(new Reference.Unknown());
        found.addAll(looked.resources());
        foreign = looked instanceof Reference.Foreign id ? Optional.of(id.id()) : foreign;
      } else {
        queue.addAll(next.node().dependencies());
      }
    }
    if (!found.isEmpty()) {
      return new Reference.Found(found);
    }
    return foreign.<Reference>map(Reference.Foreign::new).orElse(new Reference.Unknown());
  }

  /** Whether everything that an unknown property derives from is a resource of its own stack. */
  public boolean derivesFromWithin(Resource from, String property) {
    SortedSet<String> direct = from.node().propertyDependencies().get(Value.Fields.first(property));
    return direct != null
        && !direct.isEmpty()
        && direct.stream()
            .map(byUrn::get)
            .allMatch(
                each ->
                    each != null
                        && each.stack().equals(from.stack())
                        && each.node().kind() != Node.Kind.READ);
  }
}
