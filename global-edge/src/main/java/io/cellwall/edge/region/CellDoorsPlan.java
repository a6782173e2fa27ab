package io.cellwall.edge.region;

import io.cellwall.edge.EdgeNames;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.CellFacts;
import io.cellwall.regions.model.CellState;
import io.cellwall.regions.model.HostName;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.Region;
import io.cellwall.wiring.Place;
import java.util.List;
import java.util.Optional;

/**
 * The ways from a region's routers to the admitted cells of the zone, and to no other.
 *
 * @param domain the name below which the cells have theirs
 * @param privateZone name of the hosted zone that only the routers' network sees
 * @param doors one for each cell that serves, in whatever region of the zone
 * @param directory the public hosted zone of the same domain; in one region of the zone only
 */
public record CellDoorsPlan(
    HostName domain, String privateZone, List<Door> doors, Optional<Directory> directory) {

  public CellDoorsPlan {
    doors = List.copyOf(doors);
  }

  /**
   * An endpoint of one cell.
   *
   * @param name the endpoint's name
   * @param cell the cell's name
   * @param host the cell's host name, by which the routers know it
   * @param service its endpoint service
   * @param serviceRegion the region of that, where it is another one
   * @param subnets names of the subnets that the endpoint stands in
   */
  public record Door(
      String name,
      String cell,
      HostName host,
      String service,
      Optional<Region> serviceRegion,
      List<String> subnets) {
    public Door {
      subnets = List.copyOf(subnets);
    }
  }

  /**
   * Where the world learns of the cells' hosted zones, as the authority of their certificates must.
   *
   * @param name name of the hosted zone
   * @param delegations one for each cell that has a hosted zone
   */
  public record Directory(String name, List<Delegation> delegations) {
    public Directory {
      delegations = List.copyOf(delegations);
    }
  }

  /**
   * A delegation.
   *
   * @param name the resource's name
   * @param host the cell's host name
   * @param nameServers who answers for it
   */
  public record Delegation(String name, HostName host, List<HostName> nameServers) {
    public Delegation {
      nameServers = List.copyOf(nameServers);
    }
  }

  static CellDoorsPlan of(
      EdgeNames names, Inventory inventory, Region region, EdgeNetworkPlan network) {
    Place place = names.regionAt(region);
    List<Cell> cells = inventory.cellsOf(names.zone().name());
    return new CellDoorsPlan(
        inventory.cellDomainOf(names.zone().name()),
        place.named("cells"),
        cells.stream()
            .filter(cell -> cell.state().serves())
            .flatMap(
                cell ->
                    cell.facts().stream()
                        .map(facts -> door(place, inventory, cell, facts, network)))
            .toList(),
        names.zone().cellDirectoryRegion().filter(region::equals).isPresent()
            ? Optional.of(directory(place, inventory, cells))
            : Optional.empty());
  }

  private static Door door(
      Place place, Inventory inventory, Cell cell, CellFacts facts, EdgeNetworkPlan network) {
    boolean here = cell.region().equals(place.region());
    return new Door(
        place.named("to-" + cell.name()),
        cell.name().toString(),
        inventory.hostOf(cell),
        facts.endpointService(),
        here ? Optional.empty() : Optional.of(cell.region()),
        subnets(network, cell, here));
  }

  // In the cell's own region an endpoint stands only where the cell's service does; from another
  // region AWS's network carries it, and it stands wherever the routers do.
  private static List<String> subnets(EdgeNetworkPlan network, Cell cell, boolean here) {
    List<String> names =
        network.subnets().stream()
            .filter(subnet -> subnet.tier().equals(EdgeTier.ENDPOINTS.part()))
            .filter(subnet -> !here || cell.availabilityZones().contains(subnet.availabilityZone()))
            .map(EdgeNetworkPlan.Subnet::name)
            .toList();
    if (names.isEmpty()) {
      throw new IllegalArgumentException(
          "the routers stand in no availability zone of " + cell.name());
    }
    return names;
  }

  // A cell's certificate needs its delegation before the cell may serve.
  private static Directory directory(Place place, Inventory inventory, List<Cell> cells) {
    return new Directory(
        place.named("cells-public"),
        cells.stream()
            .filter(cell -> cell.state() != CellState.RETIRED)
            .flatMap(
                cell ->
                    cell.facts().stream()
                        .map(
                            facts ->
                                new Delegation(
                                    place.named("delegates-" + cell.name()),
                                    inventory.hostOf(cell),
                                    facts.nameServers())))
            .toList());
  }
}
