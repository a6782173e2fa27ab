package io.cellwall.cell;

import io.cellwall.cell.access.AccessPlan;
import io.cellwall.cell.audit.AuditPlan;
import io.cellwall.cell.backup.BackupPlan;
import io.cellwall.cell.boundary.BoundaryPlan;
import io.cellwall.cell.bundle.PlatformBundlePlan;
import io.cellwall.cell.compute.ClusterPlan;
import io.cellwall.cell.compute.ComputePlan;
import io.cellwall.cell.data.DataPlan;
import io.cellwall.cell.data.DatabasePlan;
import io.cellwall.cell.descriptor.DescriptorPlan;
import io.cellwall.cell.dns.HostedZonePlan;
import io.cellwall.cell.ingress.IngressPlan;
import io.cellwall.cell.install.InstallPlan;
import io.cellwall.cell.keys.KeysPlan;
import io.cellwall.cell.logs.LogGroupsPlan;
import io.cellwall.cell.network.NetworkPlan;
import io.cellwall.cell.observability.ObservabilityPlan;
import io.cellwall.cell.registry.RegistryPlan;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.Inventory;
import io.cellwall.wiring.Place;
import java.util.List;

/**
 * Everything that a cell's resources are made from, and nothing else: two plans are equal exactly
 * if the cells they describe are. What applies to every resource alike (region, account, tags) is
 * the provider's.
 *
 * @param name the cell's name
 * @param keys its encryption keys
 * @param boundary the most that its roles may do
 * @param network its network
 * @param hostedZone its hosted zone
 * @param ingress the one way into it
 * @param compute its cluster
 * @param access who may work on and in it
 * @param registry what the platform is pulled from
 * @param install how the platform comes into the cluster
 * @param logs its log groups
 * @param data its database, cache and queue
 * @param backup the backups of its data
 * @param observability how it is watched
 * @param audit the record of who did what in its account
 * @param descriptor what it says it is
 */
public record CellPlan(
    String name,
    KeysPlan keys,
    BoundaryPlan boundary,
    NetworkPlan network,
    HostedZonePlan hostedZone,
    IngressPlan ingress,
    ComputePlan compute,
    AccessPlan access,
    RegistryPlan registry,
    InstallPlan install,
    LogGroupsPlan logs,
    DataPlan data,
    BackupPlan backup,
    ObservabilityPlan observability,
    AuditPlan audit,
    DescriptorPlan descriptor) {

  /**
   * Plans a cell.
   *
   * @throws IllegalArgumentException if the cell is not of the inventory, or its addresses,
   *     availability zones or version of Kubernetes cannot be served; a validated inventory has no
   *     such cell
   */
  public static CellPlan of(Inventory inventory, Cell cell) {
    return of(CellInputs.of(inventory, cell));
  }

  /**
   * Plans a cell.
   *
   * @throws IllegalArgumentException if its addresses, availability zones or version of Kubernetes
   *     cannot be served; a validated inventory has no such cell
   */
  public static CellPlan of(CellInputs inputs) {
    Cell cell = inputs.cell();
    Place place = new Place(cell.name().toString(), cell.region(), cell.account());
    KeysPlan keys = KeysPlan.of(place);
    BoundaryPlan boundary = BoundaryPlan.of(place, cell.backupCopyTo());
    NetworkPlan network = NetworkPlan.of(place, cell, inputs.zone(), boundary.arn());
    PlatformBundlePlan bundle = PlatformBundlePlan.of(cell, ClusterPlan.SERVICES);
    ComputePlan compute = ComputePlan.of(place, cell, inputs.host(), network, boundary.arn());
    AccessPlan access = AccessPlan.of(place, cell, boundary.arn());
    RegistryPlan registry = RegistryPlan.of(place, bundle);
    InstallPlan install = InstallPlan.of(place, bundle, boundary.arn());
    HostedZonePlan hostedZone = HostedZonePlan.of(place, inputs.host());
    IngressPlan ingress =
        IngressPlan.of(
            place, inputs.zone(), inputs.host(), inputs.organization(), cell.facts().isPresent());
    LogGroupsPlan logs = LogGroupsPlan.of(place);
    DataPlan data =
        DataPlan.of(
            place,
            cell,
            inputs.copied(),
            inputs
                .copyOf()
                .map(each -> DatabasePlan.copy(place, each.pair(), each.primary(), cell)),
            logs);
    BackupPlan backup = BackupPlan.of(place, cell, data.database().arn(), boundary.arn());
    ObservabilityPlan observability = ObservabilityPlan.of(place, cell, logs, data);
    AuditPlan audit =
        AuditPlan.of(
            place, access.breakGlass().role().arn(), observability.topic().arn(), boundary.arn());
    List<Object> parts =
        List.of(
            keys,
            boundary,
            network,
            compute,
            access,
            registry,
            install,
            hostedZone,
            ingress,
            logs,
            data,
            backup,
            observability,
            audit);
    return new CellPlan(
        place.name(),
        keys,
        boundary,
        network,
        hostedZone,
        ingress,
        compute,
        access,
        registry,
        install,
        logs,
        data,
        backup,
        observability,
        audit,
        DescriptorPlan.of(place, cell, inputs.host(), data.queue().jobs().name(), parts));
  }
}
