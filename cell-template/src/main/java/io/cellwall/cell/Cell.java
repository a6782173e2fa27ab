package io.cellwall.cell;

import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import io.cellwall.cell.access.Access;
import io.cellwall.cell.boundary.Boundary;
import io.cellwall.cell.compute.Compute;
import io.cellwall.cell.dns.HostedZone;
import io.cellwall.cell.ingress.Ingress;
import io.cellwall.cell.install.Install;
import io.cellwall.cell.keys.KeyPurpose;
import io.cellwall.cell.keys.Keys;
import io.cellwall.cell.network.Network;
import io.cellwall.cell.registry.Registry;
import java.util.Map;

/**
 * A cell: all its parts, in one account and region.
 *
 * <p>The provider comes with the options, and every part inherits it.
 */
public final class Cell extends ComponentResource {

  public Cell(CellPlan plan, ComponentResourceOptions options) {
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
    new Ingress(plan.name(), plan.ingress(), network, hostedZone, part);
    registerOutputs(Map.of());
  }
}
