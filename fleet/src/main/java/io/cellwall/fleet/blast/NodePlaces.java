package io.cellwall.fleet.blast;

import io.cellwall.fleet.graph.Declared;
import io.cellwall.policies.graph.Value;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Where the nodes of a cluster stand. */
final class NodePlaces {

  static final String CLUSTER = "aws:eks/cluster:Cluster";

  static final String NODE_GROUP = "aws:eks/nodeGroup:NodeGroup";

  private NodePlaces() {}

  /** The cluster, if EKS itself makes its nodes. */
  static Optional<Declared> autoMode(StackView view) {
    return view.of(CLUSTER).stream()
        .filter(cluster -> Declared.isTrue(cluster.fields("computeConfig"), "enabled"))
        .findFirst();
  }

  /** The availability zones of all nodes; empty where they cannot be told. */
  static Optional<SortedSet<String>> zones(StackView view) {
    Optional<Declared> auto = autoMode(view);
    if (auto.isPresent()) {
      return view.zones(
          auto.get(),
          auto.get().fields("vpcConfig").values().getOrDefault("subnetIds", new Value.Null()),
          "vpcConfig");
    }
    SortedSet<String> zones = new TreeSet<>();
    for (Declared group : view.of(NODE_GROUP)) {
      Optional<SortedSet<String>> its =
          view.zones(
              group,
              group.node().inputs().values().getOrDefault("subnetIds", new Value.Null()),
              "subnetIds");
      if (its.isEmpty()) {
        return Optional.empty();
      }
      zones.addAll(its.get());
    }
    return zones.isEmpty() ? Optional.empty() : Optional.of(zones);
  }
}
