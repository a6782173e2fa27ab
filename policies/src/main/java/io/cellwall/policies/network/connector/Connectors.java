package io.cellwall.policies.network.connector;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.network.connector.Connector.Kind;
import io.cellwall.policies.network.model.Resource;
import io.cellwall.policies.network.routing.Network;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds every connector of a network. */
public final class Connectors {

  /** Kinds that join something new even within one stack. */
  private static final Set<Kind> STRUCTURAL =
      EnumSet.of(
          Kind.PEERING,
          Kind.TRANSIT_GATEWAY_ATTACHMENT,
          Kind.TRANSIT_GATEWAY_PEERING,
          Kind.CORE_NETWORK_ATTACHMENT,
          Kind.INTERNET_GATEWAY,
          Kind.PRIVATE_LINK,
          Kind.LATTICE);

  private static final Map<String, List<Wire>> WIRES = new HashMap<>();

  static {
    Wires.ALL.forEach(
        wire -> WIRES.computeIfAbsent(wire.type(), each -> new ArrayList<>()).add(wire));
  }

  private final Places places;
  private final List<Connector> found = new ArrayList<>();
  private final Set<String> covered = new HashSet<>();

  private Connectors(Network network) {
    this.places = new Places(network);
  }

  /** All connectors, in the order of the resources that make them. */
  public static List<Connector> of(Network network, DeclaredConnectors declared) {
    Connectors connectors = new Connectors(network);
    for (Resource resource : network.resources().all()) {
      if (resource.node().kind() == Node.Kind.RESOURCE && resource.type().startsWith("aws:")) {
        WIRES
            .getOrDefault(resource.type(), List.of())
            .forEach(wire -> connectors.follow(resource, wire));
      }
    }
    Accounts accounts = new Accounts(network.resources(), declared.accounts());
    connectors.addAll(new OutsideConnectors(network).find());
    connectors.addAll(new PrivateLinkConnectors(network, accounts, declared).find());
    connectors.addAll(new ShareConnectors(network, accounts).find());
    connectors.addAll(new NameConnectors(network, connectors.places).find());
    connectors.addAll(
        new AttachmentConnectors(network, connectors.places, connectors.covered).find());
    return connectors.found.stream()
        .distinct()
        .sorted(
            Comparator.comparing(Connector::urn)
                .thenComparing(Connector::property)
                .thenComparing(Connector::kind))
        .toList();
  }

  private void addAll(List<Connector> connectors) {
    for (Connector connector : connectors) {
      covered.add(connector.urn() + "#" + connector.property());
      found.add(connector);
    }
  }

  private void follow(Resource resource, Wire wire) {
    for (Resource.Part part : Places.parts(resource, wire.path())) {
      if (part.value() instanceof Value.Text text && text.value().equals("local")) {
        continue;
      }
      covered.add(resource.urn() + "#" + part.property());
      List<Place> ends = places.of(resource, part, wire::canName);
      List<Place> nears =
          wire.from().isEmpty()
              ? List.of(Places.of(resource))
              : places.of(resource, resource.part(wire.from()), type -> true);
      if (!wire.from().isEmpty()) {
        covered.add(resource.urn() + "#" + wire.from());
      }
      for (Place near : nears.isEmpty() ? List.of(Places.of(resource)) : nears) {
        for (Place end : ends) {
          add(resource, wire, part, near, end);
        }
      }
    }
  }

  private void add(Resource resource, Wire wire, Resource.Part part, Place near, Place end) {
    // Blame the end that lies beyond.
    boolean nearBeyond = near.isBeyond(resource.stack()) && !end.isBeyond(resource.stack());
    String property = nearBeyond ? wire.from() : part.property();
    Connector connector =
        wire.kind().between(near, end, resource.stack(), resource.urn(), property);
    if (connector.crosses() || STRUCTURAL.contains(wire.kind())) {
      found.add(connector);
    }
  }
}
