package io.cellwall.fleet.blast;

import io.cellwall.fleet.graph.Declared;
import io.cellwall.policies.graph.Value;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.Zone;
import java.util.List;
import java.util.Optional;

/** The ways from a zone's accelerator through the routers of its regions to its cells. */
record EdgeWays(FleetView fleet) {

  static EdgeWays of(FleetView fleet) {
    return new EdgeWays(fleet);
  }

  /** Tells whether users of the cell get to it though the routers of a region are lost. */
  boolean leadAround(Region lost, CellName cell, Checks checks) {
    Cell home = fleet.inventory().cells().get(cell);
    if (home == null) {
      return false;
    }
    Zone zone = fleet.inventory().zoneOf(home);
    for (Region region : zone.edges().keySet()) {
      if (!region.equals(lost) && isOn(zone, region) && outlives(region, lost)) {
        Optional<Declared> door = door(region, home);
        if (door.isPresent()) {
          checks.holds("routers of " + region + " lead to " + cell, door.get().node().urn());
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the accelerator surely sends users to the routers of the region. */
  private boolean isOn(Zone zone, Region region) {
    return fleet.edge(zone).stream()
        .flatMap(view -> view.of("aws:globalaccelerator/endpointGroup:EndpointGroup").stream())
        .filter(group -> group.has("endpointGroupRegion", region.code()))
        .filter(group -> isMoreThanNothing(group.node().inputs(), "trafficDialPercentage"))
        .flatMap(group -> group.items("endpointConfigurations").stream())
        .anyMatch(
            endpoint ->
                endpoint.bare() instanceof Value.Fields fields
                    && isMoreThanNothing(fields, "weight"));
  }

  // Left out, AWS sends traffic; what is not known may be nothing.
  private static boolean isMoreThanNothing(Value.Fields fields, String key) {
    return !fields.values().containsKey(key)
        || Declared.number(fields, key).filter(number -> number.signum() > 0).isPresent();
  }

  // Routers that read a table, a key or a bucket of the lost region are lost with it.
  private boolean outlives(Region region, Region lost) {
    List<Declared> tasks =
        fleet.edge(region).stream()
            .flatMap(view -> view.of("aws:ecs/taskDefinition:TaskDefinition").stream())
            .toList();
    return !tasks.isEmpty()
        && tasks.stream()
            .allMatch(
                task ->
                    task.text("containerDefinitions")
                        .filter(text -> !text.contains(":" + lost.code() + ":"))
                        .isPresent());
  }

  private Optional<Declared> door(Region region, Cell cell) {
    return cell.facts().stream()
        .flatMap(
            facts ->
                fleet.edge(region).stream()
                    .flatMap(view -> view.of("aws:ec2/vpcEndpoint:VpcEndpoint").stream())
                    .filter(endpoint -> endpoint.has("serviceName", facts.endpointService())))
        .findFirst();
  }

  /** Tells whether routers outside the lost region send users of one cell to another. */
  Optional<String> switchTo(CellName cell, CellName standby, Optional<Region> lost) {
    Cell other = fleet.inventory().cells().get(standby);
    Cell home = fleet.inventory().cells().get(cell);
    if (other == null || home == null) {
      return Optional.empty();
    }
    Zone zone = fleet.inventory().zoneOf(home);
    return zone.edges().keySet().stream()
        .filter(region -> lost.isEmpty() || !lost.get().equals(region))
        .filter(region -> isOn(zone, region) && door(region, other).isPresent())
        .filter(region -> lost.isEmpty() || outlives(region, lost.get()))
        .flatMap(region -> fleet.edge(region).stream())
        .flatMap(
            view -> view.objects().filter(object -> Routes.names(object.text(), cell, standby)))
        .map(StackView.Stored::urn)
        .findFirst();
  }
}
