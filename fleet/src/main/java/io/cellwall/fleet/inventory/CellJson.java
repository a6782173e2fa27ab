package io.cellwall.fleet.inventory;

import io.cellwall.fleet.output.JsonOutput;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.Compute;
import io.cellwall.regions.model.FailurePolicy;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.Recovery;
import io.cellwall.regions.model.StackHome;
import io.cellwall.regions.model.StateBackend;
import io.cellwall.regions.model.TenantShare;
import io.cellwall.regions.written.Scalar;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A cell as programs read it, with the keys of its file and what is computed from them. */
final class CellJson {

  private CellJson() {}

  static ObjectNode of(Inventory inventory, Cell cell) {
    ObjectNode object = JsonOutput.plainObject();
    object
        .put("name", cell.name().toString())
        .put("zone", cell.zone().value())
        .put("region", cell.region().code())
        .put("account", cell.account().value())
        .put("cidr", cell.cidr().toString())
        .put("size", Scalar.label(cell.size()))
        .put("users", cell.users())
        .put("share", TenantShare.of(cell.users(), inventory.users()).toString())
        .put("state", Scalar.label(cell.state()))
        .put("nat", Scalar.label(cell.nat()))
        .put("release", cell.release().value())
        .put("host", inventory.hostOf(cell).value());
    ArrayNode zones = object.putArray("availabilityZones");
    cell.availabilityZones().forEach(zone -> zones.add(zone.value()));
    ObjectNode policy =
        object.putObject("whenUnhealthy").put("policy", cell.whenUnhealthy().label());
    if (cell.whenUnhealthy() instanceof FailurePolicy.Standby standby) {
      policy
          .put("cell", standby.cell().toString())
          .put("survives", Scalar.label(standby.survives()));
    }
    StateBackend backend = new StateBackend(StackHome.of(cell));
    object
        .putObject("pulumi")
        .put("backend", backend.url())
        .put("secretsProvider", backend.secretsProvider());
    recovery(object, inventory, cell);
    cluster(object, cell.compute());
    cell.backupCopyTo().ifPresent(region -> object.put("backupCopyTo", region.code()));
    if (!cell.approvedQuotas().isEmpty()) {
      ObjectNode quotas = object.putObject("approvedQuotas");
      cell.approvedQuotas().forEach((code, value) -> quotas.put(code.value(), value));
    }
    cell.facts()
        .ifPresent(
            facts -> {
              ObjectNode node =
                  object.putObject("facts").put("endpointService", facts.endpointService());
              ArrayNode servers = node.putArray("nameServers");
              facts.nameServers().forEach(server -> servers.add(server.value()));
            });
    return object;
  }

  // What is promised, and what the topology can hold.
  private static void recovery(ObjectNode object, Inventory inventory, Cell cell) {
    Recovery can = Recovery.of(inventory, cell);
    ObjectNode recovery =
        object.putObject("recovery").put("topology", Scalar.label(can.topology()));
    recovery.set("zoneLoss", objectives(can.zoneLoss()));
    recovery.set("cellLoss", objectives(can.cellLoss()));
    can.regionLoss()
        .ifPresentOrElse(
            loss -> recovery.set("regionLoss", objectives(loss)),
            () -> recovery.put("regionLoss", "not survived"));
    cell.recovery()
        .ifPresent(
            claim -> {
              ObjectNode promised = recovery.putObject("promised");
              claim.rpo().ifPresent(rpo -> promised.put("rpo", rpo.toString()));
              claim.rto().ifPresent(rto -> promised.put("rto", rto.toString()));
              claim.capacity().ifPresent(each -> promised.put("capacity", Scalar.label(each)));
            });
  }

  private static ObjectNode objectives(Recovery.Objectives objectives) {
    return JsonOutput.plainObject()
        .put("rpo", objectives.rpo().toString())
        .put("rto", objectives.rto().toString());
  }

  private static void cluster(ObjectNode object, Compute compute) {
    ObjectNode cluster =
        object
            .putObject("compute")
            .put("nodes", Scalar.label(compute.nodes()))
            .put("kubernetesVersion", compute.kubernetesVersion().toString())
            .put("mesh", Scalar.label(compute.mesh()));
    ArrayNode access = cluster.putArray("publicAccess");
    compute.publicAccess().forEach(block -> access.add(block.toString()));
  }
}
