package io.cellwall.policies.proof.inventory;

import io.cellwall.policies.network.connector.DeclaredConnectors;
import io.cellwall.policies.network.connector.DeclaredConnectors.Accelerator;
import io.cellwall.policies.network.connector.DeclaredConnectors.PrivateLink;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.StackName;
import io.cellwall.regions.model.Zone;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The connectors that follow from an inventory: PrivateLink from each region's edge to the cells of
 * its zone, wherever in the zone they are, and each zone's accelerator to its regions' routers.
 */
public final class InventoryConnectors {

  private InventoryConnectors() {}

  /** What the inventory declares. */
  public static DeclaredConnectors of(Inventory inventory) {
    Set<PrivateLink> links = new HashSet<>();
    Set<Accelerator> accelerators = new HashSet<>();
    Map<String, String> names = new LinkedHashMap<>();
    for (Cell cell : inventory.cells().values()) {
      if (cell.state().hasStack()) {
        String stack = cell.name().toString();
        cell.facts().ifPresent(facts -> names.put(facts.endpointService(), stack));
        for (Region region : inventory.zoneOf(cell).edges().keySet()) {
          links.add(new PrivateLink(edge(region), stack));
        }
      }
    }
    for (Zone zone : inventory.zones().values()) {
      String from = new StackName.OfZoneEdge(zone.name()).value();
      zone.edges()
          .forEach(
              (region, edge) -> {
                accelerators.add(new Accelerator(from, edge(region)));
                edge.facts()
                    .ifPresent(facts -> names.put(lastPart(facts.loadBalancer()), edge(region)));
              });
    }
    return new DeclaredConnectors(
        links, accelerators, new FleetAccounts(inventory).stacks(), names);
  }

  private static String edge(Region region) {
    return new StackName.OfRegionEdge(region).value();
  }

  private static String lastPart(String arn) {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }
}
