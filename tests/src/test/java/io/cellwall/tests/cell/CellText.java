package io.cellwall.tests.cell;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A cell's file, as somebody writes it.
 *
 * @param region its region
 * @param number its number in the region
 * @param account its account, twelve digits
 * @param block second byte of its addresses
 * @param size small, medium or large
 * @param zones numbers of its availability zones
 * @param nat per-zone, single or none
 * @param nodes auto-mode or node-groups
 * @param mesh none or istio-ambient
 * @param publicAccess blocks that may reach its API
 * @param backupCopyTo the region of the copies
 * @param admitted whether it is active, with its facts, or planned
 */
record CellText(
    String region,
    int number,
    String account,
    int block,
    String size,
    List<Integer> zones,
    String nat,
    String nodes,
    String mesh,
    List<String> publicAccess,
    Optional<String> backupCopyTo,
    boolean admitted) {

  /** A cell of three zones that has been admitted. */
  static CellText of(String size) {
    return new CellText(
        "eu-west-1",
        7,
        "123456789012",
        90,
        size,
        List.of(1, 2, 3),
        "per-zone",
        "auto-mode",
        "none",
        List.of(),
        Optional.empty(),
        true);
  }

  CellText inZones(Integer... numbers) {
    return new CellText(
        region,
        number,
        account,
        block,
        size,
        List.of(numbers),
        nat,
        nodes,
        mesh,
        publicAccess,
        backupCopyTo,
        admitted);
  }

  CellText with(String otherNat, String otherNodes, String otherMesh) {
    return new CellText(
        region,
        number,
        account,
        block,
        size,
        zones,
        otherNat,
        otherNodes,
        otherMesh,
        publicAccess,
        backupCopyTo,
        admitted);
  }

  CellText copiedTo(String other) {
    return new CellText(
        region,
        number,
        account,
        block,
        size,
        zones,
        nat,
        nodes,
        mesh,
        publicAccess,
        Optional.of(other),
        admitted);
  }

  CellText beforeAdmission() {
    return new CellText(
        region,
        number,
        account,
        block,
        size,
        zones,
        nat,
        nodes,
        mesh,
        publicAccess,
        backupCopyTo,
        false);
  }

  String name() {
    return "%s-cell-%02d".formatted(region, number);
  }

  String cidr() {
    int prefix = size.equals("small") ? 20 : size.equals("medium") ? 18 : 16;
    return "10.%d.0.0/%d".formatted(block, prefix);
  }

  /** The residency zone of the example fleet that the region belongs to. */
  String zone() {
    return region.startsWith("ap-south") ? "in" : region.substring(0, 2);
  }

  String yaml() {
    StringBuilder yaml = new StringBuilder();
    yaml.append("name: %s\nzone: %s\nregion: %s\n".formatted(name(), zone(), region));
    yaml.append("account: \"%s\"\ncidr: %s\nsize: %s\n".formatted(account, cidr(), size));
    yaml.append("users: %d\n".formatted(admitted ? 1_000 : 0));
    yaml.append("state: %s\n".formatted(admitted ? "active" : "planned"));
    yaml.append(
        "availabilityZones: [%s]\n"
            .formatted(
                zones.stream()
                    .map(zone -> shortened(region) + "-az" + zone)
                    .collect(Collectors.joining(", "))));
    yaml.append("nat: %s\ncompute:\n  nodes: %s\n  mesh: %s\n".formatted(nat, nodes, mesh));
    if (!publicAccess.isEmpty()) {
      yaml.append("  publicAccess: [%s]\n".formatted(String.join(", ", publicAccess)));
    }
    yaml.append("whenUnhealthy:\n  policy: fail-fast\n");
    backupCopyTo.ifPresent(other -> yaml.append("backupCopyTo: %s\n".formatted(other)));
    if (admitted) {
      yaml.append(
          "facts:\n  endpointService: com.amazonaws.vpce.%s.vpce-svc-%s%05d\n"
              .formatted(region, account, number));
      yaml.append(
          "  nameServers: [ns-%d.awsdns-10.com, ns-%d.awsdns-11.net]\n".formatted(number, block));
    }
    return yaml.toString();
  }

  // euw1 for eu-west-1: https://docs.aws.amazon.com/ram/latest/userguide/working-with-az-ids.html
  private static String shortened(String region) {
    String[] parts = region.split("-", -1);
    String direction =
        switch (parts[1]) {
          case "central" -> "c";
          case "north" -> "n";
          case "south" -> "s";
          case "east" -> "e";
          default -> "w";
        };
    return parts[0] + direction + parts[2];
  }
}
