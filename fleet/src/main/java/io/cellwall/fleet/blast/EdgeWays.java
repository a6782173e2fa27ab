package io.cellwall.fleet.blast;

import io.cellwall.fleet.graph.Declared;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.Zone;
import java.math.BigDecimal;
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

  /** Whether the accelerator sends users to the routers of the region. */
  private boolean isOn(Zone zone, Region region) {
    return fleet.edge(zone).stream()
        .flatMap(view -> view.of("aws:globalaccelerator/endpointGroup:EndpointGroup").stream())
        .filter(group -> group.has("endpointGroupRegion", region.code()))
        .anyMatch(
            group ->
                group
                    .number("trafficDialPercentage")
                    .orElse(BigDecimal.valueOf(100))
                    .signum()
                > 0);
  }

  // Routers that read a table, a key or a bucket of the lost region are lost with it.
  private boolean outlives(Region region, Region lost) {
    return fleet
        .edge(region)
        .filter(
            view ->
                view.of("aws:ecs/taskDefinition:TaskDefinition").stream()
                    .flatMap(task -> task.text("containerDefinitions").stream())
                    .noneMatch(text -> text.contains(":" + lost.code() + ":")))
        .isPresent();
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
        .flatMap(view -> view.objects().filter(object -> Routes.names(object.text(), cell, standby)))
        .map(StackView.Stored::urn)
        .findFirst();
  }
}
