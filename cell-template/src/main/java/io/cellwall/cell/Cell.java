package io.cellwall.cell;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.ProviderResource;
import io.cellwall.cell.access.Access;
import io.cellwall.cell.audit.Audit;
import io.cellwall.cell.backup.Backup;
import io.cellwall.cell.boundary.Boundary;
import io.cellwall.cell.compute.Compute;
import io.cellwall.cell.data.Data;
import io.cellwall.cell.descriptor.CellDescriptor;
import io.cellwall.cell.dns.HostedZone;
import io.cellwall.cell.ingress.Ingress;
import io.cellwall.cell.install.Install;
import io.cellwall.cell.keys.KeyPurpose;
import io.cellwall.cell.keys.Keys;
import io.cellwall.cell.logs.LogGroups;
import io.cellwall.cell.network.Network;
import io.cellwall.cell.observability.Observability;
import io.cellwall.cell.registry.Registry;
import java.util.Map;
import java.util.Optional;

/**
 * A cell: all its parts, in one account and region.
 *
 * <p>The provider comes with the options, and every part inherits it; what lies elsewhere is the
 * copy of the backups, if the inventory wants one.
 */
public final class Cell extends ComponentResource {

  private final CellDescriptor descriptor;

  /**
   * Makes the cell.
   *
   * @param backupCopyProvider works in the same account and in the region that keeps a copy of the
   *     backups; empty where the plan has no copy
   */
  public Cell(
      CellPlan plan,
      Optional<ProviderResource> backupCopyProvider,
      ComponentResourceOptions options) {
    super("cellwall:cell:Cell", plan.name(), options);
    ComponentResourceOptions part = ComponentResourceOptions.builder().parent(this).build();
    Boundary boundary = new Boundary(plan.name(), plan.boundary(), part);
    Keys keys = new Keys(plan.name(), plan.keys(), part);
    Network network =
        new Network(
            plan.name(), plan.network(), keys.arn(KeyPurpose.LOGS), boundary.policy(), part);
    HostedZone hostedZone = new HostedZone(plan.name(), plan.hostedZone(), part);
    Compute compute =
        new Compute(
            plan.name(), plan.compute(), network, hostedZone, keys, boundary.policy(), part);
    new Access(plan.name(), plan.access(), compute, boundary.policy(), part);
    new Registry(plan.name(), plan.registry(), keys.arn(KeyPurpose.DATA), part);
    new Install(plan.name(), plan.install(), network, keys, compute, boundary.policy(), part);
    LogGroups logs = new LogGroups(plan.name(), plan.logs(), keys.arn(KeyPurpose.LOGS), part);
    Ingress ingress = new Ingress(plan.name(), plan.ingress(), network, hostedZone, logs, part);
    Data data = new Data(plan.name(), plan.data(), network, keys, logs, part);
    new Backup(
        plan.name(),
        plan.backup(),
        keys.arn(KeyPurpose.BACKUPS),
        data.database(),
        boundary.policy(),
        backupCopyProvider,
        part);
    Observability observability =
        new Observability(
            plan.name(),
            plan.observability(),
            network,
            keys.arn(KeyPurpose.LOGS),
            logs,
            compute,
            ingress.loadBalancerMetricName(),
            part);
    new Audit(
        plan.name(),
        plan.audit(),
        keys.arn(KeyPurpose.LOGS),
        observability.topic(),
        boundary.policy(),
        part);
    descriptor =
        new CellDescriptor(
            plan.name(),
            plan.descriptor(),
            compute,
            data,
            observability,
            ingress,
            hostedZone,
            part);
    registerOutputs(Map.of());
  }

  /** What the cell says it is, as {@code cellwall inventory admit} reads it. */
  public Output<String> descriptor() {
    return descriptor.text();
  }
}
