package io.cellwall.regions.reading;

import io.cellwall.regions.model.AvailabilityZoneId;
import io.cellwall.regions.model.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a valid inventory with as many cells as are asked for, to see how reading holds up.
 *
 * <p>{@code java -cp ... io.cellwall.regions.reading.GeneratedFleet DIRECTORY CELLS}
 */
public final class GeneratedFleet {

  private static final Map<String, List<String>> ZONES =
      new TreeMap<>(
          Map.of(
              "ap",
              List.of("ap-northeast-1", "ap-northeast-2", "ap-southeast-1", "ap-southeast-2"),
              "eu",
              List.of("eu-central-1", "eu-north-1", "eu-west-1", "eu-west-3"),
              "us",
              List.of("us-east-1", "us-east-2", "us-west-1", "us-west-2")));

  private GeneratedFleet() {}

  public static void main(String[] arguments) throws IOException {
    write(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
  }

  /**
   * Writes the inventory.
   *
   * @param directory a directory without an inventory
   * @param cells 24 to 1,188, evenly over twelve regions
   */
  public static void write(Path directory, int cells) throws IOException {
    Files.createDirectories(directory.resolve("zones"));
    Files.createDirectories(directory.resolve("cells"));
    Files.writeString(directory.resolve("fleet.yaml"), FLEET);
    int region = 0;
    for (Map.Entry<String, List<String>> zone : ZONES.entrySet()) {
      Files.writeString(directory.resolve("zones/" + zone.getKey() + ".yaml"), zone(zone, region));
      region += zone.getValue().size();
    }
    List<String> regions = ZONES.values().stream().flatMap(List::stream).toList();
    for (int i = 0; i < cells; i++) {
      String name = "%s-cell-%02d".formatted(regions.get(i % 12), i / 12 + 1);
      String text = cell(name, regions.get(i % 12), i);
      Files.writeString(directory.resolve("cells/" + name + ".yaml"), text);
    }
  }

  private static String zone(Map.Entry<String, List<String>> zone, int number) {
    StringBuilder text = new StringBuilder();
    text.append("regulations: [GDPR]\n");
    text.append("regions: [%s]\n".formatted(String.join(", ", zone.getValue())));
    text.append("host: %s.api.acme.example\n".formatted(zone.getKey()));
    text.append("writerRegion: %s\n".formatted(zone.getValue().get(0)));
    text.append("account: \"%012d\"\nedges:\n".formatted(100 + number));
    for (String region : zone.getValue()) {
      text.append("  %s:\n    account: \"%012d\"\n".formatted(region, 200 + number));
      text.append("    cidr: 10.0.%d.0/22\n".formatted(4 * number));
      number++;
    }
    return text.toString();
  }

  private static String cell(String name, String region, int number) {
    String zone = AvailabilityZoneId.prefixOf(Region.parse(region));
    int block = number + 16;
    return CELL.replace("NAME", name)
        .replace("ZONE", region.substring(0, 2))
        .replace("REGION", region)
        .replace("ACCOUNT", "%012d".formatted(1000 + number))
        .replace("CIDR", "10.%d.%d.0/20".formatted(block / 16, block % 16 * 16))
        .replace("AZ", zone)
        .replace("HEX", "%017x".formatted(number));
  }

  private static final String FLEET =
      """
      organization: acme
      owner: platform
      domain: acme.example
      addressPool: 10.0.0.0/8
      release: 1.0.0
      kubernetesVersion: "1.34"
      sizes:
        small: {users: 50000, prefixLength: 20}
        medium: {users: 100000, prefixLength: 18}
        large: {users: 200000, prefixLength: 16}
      limits: {cellShare: 10%}
      globalEdge: {account: "000000000001", region: us-east-1}
      """;

  private static final String CELL =
      """
      # yaml-language-server: $schema=../../schema/cell.schema.json
      name: NAME
      zone: ZONE
      region: REGION
      account: "ACCOUNT"
      cidr: CIDR
      size: small
      users: 40000
      state: active
      availabilityZones:
        - AZ-az1
        - AZ-az2
        - AZ-az3
      nat: per-zone
      compute:
        nodes: auto-mode
        mesh: none
      whenUnhealthy:
        policy: fail-fast
      facts:
        endpointService: com.amazonaws.vpce.REGION.vpce-svc-HEX
        nameServers:
          - ns-412.awsdns-51.com
          - ns-826.awsdns-39.net
      """;
}
