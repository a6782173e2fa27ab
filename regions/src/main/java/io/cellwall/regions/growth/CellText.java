package io.cellwall.regions.growth;

import io.cellwall.regions.model.AvailabilityZoneId;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.CellState;
import io.cellwall.regions.model.Cidr;
import io.cellwall.regions.model.FailurePolicy;
import io.cellwall.regions.model.Release;
import io.cellwall.regions.model.ZoneName;
import io.cellwall.regions.written.Scalar;

/** The text of a new cell's file, in the order of its keys. */
final class CellText {

  private CellText() {}

  static String render(CellName name, ZoneName zone, Cidr cidr, CellRequest request) {
    StringBuilder text = new StringBuilder();
    line(text, "# yaml-language-server: $schema=../../schema/cell.schema.json");
    line(text, "name: " + name);
    line(text, "zone: " + zone);
    line(text, "region: " + name.region());
    line(text, "account: \"" + request.account() + "\"");
    line(text, "cidr: " + cidr);
    line(text, "size: " + Scalar.label(request.size()));
    line(text, "users: 0");
    line(text, "state: " + Scalar.label(CellState.PLANNED));
    line(text, "availabilityZones:");
    for (AvailabilityZoneId each : request.availabilityZones()) {
      line(text, "  - " + each);
    }
    line(text, "nat: " + Scalar.label(request.nat()));
    compute(text, request);
    line(text, "whenUnhealthy:");
    line(text, "  policy: " + request.whenUnhealthy().label());
    if (request.whenUnhealthy() instanceof FailurePolicy.Standby standby) {
      line(text, "  cell: " + standby.cell());
      line(text, "  survives: " + Scalar.label(standby.survives()));
    }
    request.backupCopyTo().ifPresent(region -> line(text, "backupCopyTo: " + region));
    request.release().map(Release::value).ifPresent(release -> line(text, "release: " + release));
    return text.toString();
  }

  private static void compute(StringBuilder text, CellRequest request) {
    line(text, "compute:");
    line(text, "  nodes: " + Scalar.label(request.nodes()));
    request
        .kubernetesVersion()
        .ifPresent(version -> line(text, "  kubernetesVersion: \"" + version + "\""));
    line(text, "  mesh: " + Scalar.label(request.mesh()));
    if (!request.publicAccess().isEmpty()) {
      line(text, "  publicAccess:");
      request.publicAccess().forEach(each -> line(text, "    - " + each));
    }
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }
}
