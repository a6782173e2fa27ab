package io.cellwall.fleet.blast;

import io.cellwall.fleet.graph.Declared;
import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.Value;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One stack's resources, as questions about failures need them.
 *
 * @param graph the stack's graph
 */
record StackView(ResourceGraph graph) {

  static final String SUBNET = "aws:ec2/subnet:Subnet";

  String name() {
    return graph.stack();
  }

  /** All resources. */
  List<Declared> resources() {
    return Declared.in(graph);
  }

  /** The resources of a type. */
  List<Declared> of(String type) {
    return resources().stream().filter(each -> each.node().type().equals(type)).toList();
  }

  /** Tells whether it has a subnet whose availability zone is not known. */
  boolean hasUnknownZones() {
    return of(SUBNET).stream().anyMatch(subnet -> zone(subnet).isEmpty());
  }

  /** The ids of the availability zones that the stack has subnets in. */
  SortedSet<String> zones() {
    SortedSet<String> zones = new TreeSet<>();
    of(SUBNET).forEach(subnet -> zone(subnet).ifPresent(zones::add));
    return zones;
  }

  /**
   * The availability zones of what a property names: subnets, by id, or by what its value derives
   * from where that is not known yet. Empty where not every value can be told.
   *
   * @param value the property's value
   * @param property its first step, such as {@code vpcConfig}
   */
  Optional<SortedSet<String>> zones(Declared resource, Value value, String property) {
    Value bare = value.bare();
    if (bare instanceof Value.Items items) {
      SortedSet<String> all = new TreeSet<>();
      for (Value item : items.values()) {
        Optional<SortedSet<String>> zones = zones(resource, item, property);
        if (zones.isEmpty()) {
          return Optional.empty();
        }
        all.addAll(zones.get());
      }
      return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }
    if (bare instanceof Value.Text text) {
      return together(graph.named(text.value()).stream().filter(StackView::isSubnet).toList());
    }
    Collection<String> sources =
        bare instanceof Value.Unknown
            ? resource.node().propertyDependencies().getOrDefault(property, new TreeSet<>())
            : Set.of();
    return together(
        sources.stream()
            .flatMap(urn -> graph.find(urn).stream())
            .filter(StackView::isSubnet)
            .toList());
  }

  private Optional<SortedSet<String>> together(List<Node> subnets) {
    SortedSet<String> zones = new TreeSet<>();
    for (Node subnet : subnets) {
      Optional<String> zone = zone(new Declared(graph, subnet));
      if (zone.isEmpty()) {
        return Optional.empty();
      }
      zones.add(zone.get());
    }
    return zones.isEmpty() ? Optional.empty() : Optional.of(zones);
  }

  private static boolean isSubnet(Node node) {
    return node.type().equals(SUBNET);
  }

  private static Optional<String> zone(Declared subnet) {
    return subnet.text("availabilityZoneId").or(() -> subnet.text("availabilityZone"));
  }

  /** The texts of the objects that the stack puts into its buckets. */
  Stream<Stored> objects() {
    return Stream.of("aws:s3/bucketObjectv2:BucketObjectv2", "aws:s3/bucketObject:BucketObject")
        .flatMap(type -> of(type).stream())
        .flatMap(object -> object.text("content").stream().map(text -> new Stored(object, text)));
  }

  /**
   * An object in a bucket.
   *
   * @param object the resource
   * @param text what it holds
   */
  record Stored(Declared object, String text) {
    String urn() {
      return object.node().urn();
    }
  }
}
