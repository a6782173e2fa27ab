package io.cellwall.fleet.change.danger;

import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.network.connector.Connector;
import io.cellwall.policies.network.connector.Connectors;
import io.cellwall.policies.network.routing.Network;
import io.cellwall.policies.proof.inventory.InventoryConnectors;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.StandbyPair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What leads out of a stack, or out of a cell: by what it is, for people to read. */
final class ConnectorSet {

  private ConnectorSet() {}

  /** The connectors that lead beyond a stack's wall or to the internet, with their resources. */
  static Map<String, String> of(Optional<ResourceGraph> graph, Inventory inventory) {
    Map<String, String> found = new TreeMap<>();
    graph.ifPresent(
        each ->
            Connectors.of(Network.of(List.of(each)), InventoryConnectors.of(inventory)).stream()
                .filter(
                    connector ->
                        connector.crosses() || connector.kind() == Connector.Kind.INTERNET_GATEWAY)
                .forEach(connector -> found.put(key(each, connector), connector.urn())));
    return found;
  }

  // Ends are shown by names of the program, as ids that are made up say nothing.
  private static String key(ResourceGraph graph, Connector connector) {
    String name = graph.find(connector.urn()).map(node -> node.name()).orElse(connector.urn());
    return "%s by %s of %s, to %s"
        .formatted(
            connector.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
            connector.property(),
            name,
            connector.to().isBeyond(connector.stack())
                ? connector.to().shown()
                : connector.from().isBeyond(connector.stack())
                    ? "here from " + connector.from().shown()
                    : connector.to().shown());
  }

  /** The replications between cells that the inventory declares, with the cell that does. */
  static Map<String, CellName> replications(Inventory inventory) {
    Map<String, CellName> found = new LinkedHashMap<>();
    inventory.pairs().stream()
        .filter(StandbyPair::replicates)
        .forEach(
            pair ->
                found.put(
                    "replication from " + pair.primary() + " to " + pair.standby(),
                    pair.primary()));
    return found;
  }
}
