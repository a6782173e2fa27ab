package io.cellwall.fleet.blast;

import io.cellwall.fleet.graph.Declared;
import io.cellwall.policies.graph.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What of a stack outlives the loss of one availability zone. */
final class ZoneLoss {

  /** What serves users and stands where its subnets are: the property that names them. */
  private static final Map<String, List<String>> PARTS =
      Map.of(
          "aws:autoscaling/group:Group", List.of("vpcZoneIdentifiers"),
          "aws:ec2/instance:Instance", List.of("subnetId"),
          "aws:ec2/vpcEndpoint:VpcEndpoint", List.of("subnetIds"),
          "aws:ecs/service:Service", List.of("networkConfiguration", "subnets"),
          "aws:eks/cluster:Cluster", List.of("vpcConfig", "subnetIds"),
          "aws:elasticache/subnetGroup:SubnetGroup", List.of("subnetIds"),
          "aws:lb/loadBalancer:LoadBalancer", List.of("subnets"),
          "aws:rds/subnetGroup:SubnetGroup", List.of("subnetIds"));

  /** What names subnets and is looked at by itself, or serves no user. */
  private static final Set<String> OTHERWISE =
      Set.of(
          "aws:amp/scraper:Scraper",
          "aws:codebuild/project:Project",
          "aws:ec2/flowLog:FlowLog",
          "aws:ec2/natGateway:NatGateway",
          "aws:ec2/networkAcl:NetworkAcl",
          "aws:ec2/networkAclAssociation:NetworkAclAssociation",
          "aws:ec2/routeTableAssociation:RouteTableAssociation",
          NodePlaces.NODE_GROUP);

  private final StackView view;
  private final String zone;
  private final Checks checks = new Checks();

  private ZoneLoss(StackView view, String zone) {
    this.view = view;
    this.zone = zone;
  }

  /** Asks everything of the stack that stands in the zone. */
  static Checks checks(StackView view, String zone) {
    ZoneLoss loss = new ZoneLoss(view, zone);
    loss.nodes();
    loss.database();
    loss.cache();
    loss.wayOut();
    loss.parts();
    return loss.checks;
  }

  private void part(String what, String urn, Optional<SortedSet<String>> places) {
    if (places.isEmpty()) {
      checks.undecided("where " + what + " stands is not known: " + urn);
      return;
    }
    SortedSet<String> others = new TreeSet<>(places.get());
    others.remove(zone);
    if (others.isEmpty()) {
      checks.gap(urn + ": " + what + " stands in " + zone + " alone");
    } else if (places.get().contains(zone)) {
      checks.holds(what + " of " + view.name() + ": also in " + String.join(", ", others), urn);
    }
  }

  private void nodes() {
    List<Declared> clusters = view.of(NodePlaces.CLUSTER);
    if (!clusters.isEmpty()) {
      part("the cluster's nodes", clusters.get(0).node().urn(), NodePlaces.zones(view));
    }
  }

  private void database() {
    for (Declared cluster : view.of("aws:rds/cluster:Cluster")) {
      List<Declared> instances =
          view.of("aws:rds/clusterInstance:ClusterInstance").stream()
              .filter(
                  instance ->
                      instance
                          .referred("clusterIdentifier")
                          .filter(each -> each.node().urn().equals(cluster.node().urn()))
                          .isPresent())
              .toList();
      SortedSet<String> places = new TreeSet<>();
      boolean known = !instances.isEmpty();
      for (Declared instance : instances) {
        Optional<SortedSet<String>> its =
            view.zones(
                instance,
                instance
                    .node()
                    .inputs()
                    .values()
                    .getOrDefault("availabilityZone", new Value.Null()),
                "availabilityZone");
        known &= its.isPresent();
        its.ifPresent(places::addAll);
      }
      part("the database", cluster.node().urn(), known ? Optional.of(places) : Optional.empty());
    }
    for (Declared instance : view.of("aws:rds/instance:Instance")) {
      if (Declared.isTrue(instance.node().inputs(), "multiAz")) {
        checks.holds(
            "the database has a standby in another zone", instance.node().urn() + " multiAz");
      } else {
        checks.gap(instance.node().urn() + ": the database has no standby in another zone");
      }
    }
  }

  private void cache() {
    for (Declared group : view.of("aws:elasticache/replicationGroup:ReplicationGroup")) {
      Value.Fields inputs = group.node().inputs();
      boolean several =
          Declared.number(inputs, "numCacheClusters").filter(n -> n.intValue() > 1).isPresent();
      if (several
          && Declared.isTrue(inputs, "multiAzEnabled")
          && Declared.isTrue(inputs, "automaticFailoverEnabled")) {
        checks.holds(
            "the cache of " + view.name() + " fails over to another zone",
            group.node().urn() + " multiAzEnabled");
      } else {
        checks.gap(group.node().urn() + ": the cache does not fail over to another zone");
      }
    }
    for (Declared single : view.of("aws:elasticache/cluster:Cluster")) {
      checks.gap(single.node().urn() + ": the cache has no replica in another zone");
    }
  }

  // Nodes in other zones whose only way to the internet leads through a gateway in this one.
  private void wayOut() {
    for (Declared nat : view.of("aws:ec2/natGateway:NatGateway")) {
      Optional<SortedSet<String>> place = zonesOf(nat, "subnetId");
      if (place.isEmpty()) {
        checks.undecided("where the NAT gateway stands is not known: " + nat.node().urn());
        continue;
      }
      SortedSet<String> users = new TreeSet<>();
      for (Declared route : view.of("aws:ec2/route:Route")) {
        if (names(route, "natGatewayId", nat)) {
          users.addAll(zonesOfTable(route));
        }
      }
      users.removeAll(place.get());
      if (place.get().contains(zone)) {
        if (users.isEmpty()) {
          checks.holds(
              "nodes of " + view.name() + " elsewhere have a NAT gateway of their own",
              nat.node().urn());
        } else {
          checks.gap(
              nat.node().urn()
                  + ": the only way out of nodes in "
                  + String.join(", ", users)
                  + " too");
        }
      }
    }
  }

  private SortedSet<String> zonesOfTable(Declared route) {
    SortedSet<String> zones = new TreeSet<>();
    for (Declared association : view.of("aws:ec2/routeTableAssociation:RouteTableAssociation")) {
      if (route.text("routeTableId").equals(association.text("routeTableId"))) {
        zonesOf(association, "subnetId").ifPresent(zones::addAll);
      }
    }
    return zones;
  }

  private static boolean names(Declared route, String property, Declared target) {
    return route
        .referred(property)
        .filter(each -> each.node().urn().equals(target.node().urn()))
        .isPresent();
  }

  private Optional<SortedSet<String>> zonesOf(Declared resource, String property) {
    return view.zones(
        resource,
        resource.node().inputs().values().getOrDefault(property, new Value.Null()),
        property);
  }

  private void parts() {
    for (Declared resource : view.resources()) {
      String type = resource.node().type();
      List<String> keys = PARTS.get(type);
      if (keys == null) {
        if (!OTHERWISE.contains(type) && namesSubnets(resource)) {
          checks.undecided(
              "whether a "
                  + type
                  + " outlives the loss of a zone is not known: "
                  + resource.node().urn());
        }
        continue;
      }
      Value.Fields fields = resource.node().inputs();
      for (String key : keys.subList(0, keys.size() - 1)) {
        fields = Declared.fields(fields, key);
      }
      Value value = fields.values().get(keys.get(keys.size() - 1));
      if (value != null) {
        part(
            "a "
                + type.substring(type.indexOf(':') + 1, type.indexOf('/'))
                + " "
                + type.substring(type.lastIndexOf(':') + 1),
            resource.node().urn(),
            view.zones(resource, value, keys.get(0)));
      }
    }
  }

  private boolean namesSubnets(Declared resource) {
    return !resource.node().type().equals(StackView.SUBNET)
        && resource.node().propertyDependencies().values().stream()
            .flatMap(urns -> urns.stream())
            .flatMap(urn -> view.graph().find(urn).stream())
            .anyMatch(node -> node.type().equals(StackView.SUBNET))
        && Stream.of(
                "subnetId", "subnetIds", "subnets", "vpcConfig", "networkConfiguration", "source")
            .anyMatch(resource.node().inputs().values()::containsKey);
  }
}
