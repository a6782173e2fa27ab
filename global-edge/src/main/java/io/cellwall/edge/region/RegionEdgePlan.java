package io.cellwall.edge.region;

import io.cellwall.edge.DescriptorPlan;
import io.cellwall.edge.EdgeNames;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.Zone;
import io.cellwall.wiring.Place;
import io.cellwall.wiring.key.KeyPlan;
import io.cellwall.wiring.key.KeyStatements;
import io.cellwall.wiring.policy.PolicyDocument;
import io.cellwall.wiring.policy.Principal;
import io.cellwall.wiring.policy.Statement;

/**
 * Everything that the resources of a region's edge are made from, and nothing else. Of all edges it
 * is the one that changes when a cell of its zone comes or goes.
 *
 * @param name the stack's name: {@code edge-eu-west-1}
 * @param region the region
 * @param boundary the most that its roles may do
 * @param logsKey the key of its log groups and of its alarms
 * @param dataKey the key of its snapshots and images
 * @param network the routers' network
 * @param entry how requests come in
 * @param routers what finds their way
 * @param cells the ways to the cells
 * @param alarms what calls for a person
 * @param descriptor what it knows of itself
 */
public record RegionEdgePlan(
    String name,
    Region region,
    EdgeBoundaryPlan boundary,
    KeyPlan logsKey,
    KeyPlan dataKey,
    EdgeNetworkPlan network,
    EntryPlan entry,
    RoutersPlan routers,
    CellDoorsPlan cells,
    RegionAlarmsPlan alarms,
    DescriptorPlan descriptor) {

  /**
   * Plans a region's edge.
   *
   * @throws IllegalArgumentException if the zone is not of the inventory or has no edge there
   */
  public static RegionEdgePlan of(Inventory inventory, Zone zone, Region region) {
    EdgeNames names = EdgeNames.of(inventory, zone);
    Place place = names.regionAt(region);
    EdgeBoundaryPlan boundary = EdgeBoundaryPlan.of(names, region);
    EdgeNetworkPlan network = EdgeNetworkPlan.of(names, region, boundary.arn());
    CellDoorsPlan cells = CellDoorsPlan.of(names, inventory, region, network);
    return new RegionEdgePlan(
        place.name(),
        region,
        boundary,
        logsKey(place),
        dataKey(place),
        network,
        EntryPlan.of(names, region),
        RoutersPlan.of(names, inventory, region, boundary.arn()),
        cells,
        RegionAlarmsPlan.of(place, cells),
        DescriptorPlan.of(place, zone.name()));
  }

  private static KeyPlan logsKey(Place place) {
    return KeyPlan.of(
        place.named("logs"),
        "Logs and alarms of " + place.name(),
        PolicyDocument.of(
            KeyStatements.administration(place),
            KeyStatements.useThrough(place, "sns"),
            KeyStatements.useByLogs(place, place.arn("logs", "log-group:*" + place.name() + "*")),
            Statement.allow("EncryptAlarms")
                .by(Principal.service("cloudwatch.amazonaws.com"))
                .actions("kms:Decrypt", "kms:GenerateDataKey*")
                .onEverything()
                .when("StringEquals", "aws:SourceAccount", place.account().value())));
  }

  private static KeyPlan dataKey(Place place) {
    return KeyPlan.of(
        place.named("data"),
        "Snapshots and images of " + place.name(),
        PolicyDocument.of(
            KeyStatements.administration(place),
            KeyStatements.useThrough(place, "ecr", "s3"),
            KeyStatements.grantsFor(place, "ecr")));
  }
}
