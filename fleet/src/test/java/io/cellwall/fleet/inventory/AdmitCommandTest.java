package io.cellwall.fleet.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.fleet.CommandRun;
import io.cellwall.fleet.ExampleCopy;
import io.cellwall.fleet.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class AdmitCommandTest {

  private static final String DESCRIPTOR =
      """
      {"schemaVersion": 1, "cell": "eu-north-1-cell-02", "zone": "eu", "region": "eu-north-1",
       "account": "259239322368", "release": "2026.11.1-rc.1", "fingerprint": "0123456789abcdef",
       "endpoints": {},
       "facts": {"endpointService": "com.amazonaws.vpce.eu-north-1.vpce-svc-0123456789abcdef0",
                 "nameServers": ["ns-1.awsdns-01.org"]}}
      """;

  @TempDir Path folder;

  @BeforeEach
  void copyExample() throws IOException {
    ExampleCopy.into(folder.resolve("inventory"));
  }

  private CommandRun admit(String descriptor, String... more) throws IOException {
    return admitStack("eu-north-1-cell-02", descriptor, more);
  }

  private CommandRun admitStack(String stack, String descriptor, String... more)
      throws IOException {
    Path file = Files.writeString(folder.resolve("descriptor.json"), descriptor);
    String[] arguments = new String[more.length + 7];
    arguments[0] = "inventory";
    arguments[1] = "admit";
    arguments[2] = stack;
    arguments[3] = "--inventory";
    arguments[4] = folder.resolve("inventory").toString();
    arguments[5] = "--descriptor";
    arguments[6] = file.toString();
    System.arraycopy(more, 0, arguments, 7, more.length);
    return CommandRun.of(arguments);
  }

  private Path cell() {
    return folder.resolve("inventory/cells/eu-north-1-cell-02.yaml");
  }

  @Test
  void should_record_the_facts_in_the_cells_file() throws IOException {
    // WHEN
    CommandRun run = admit(DESCRIPTOR);

    // THEN
    assertThat(run.exitCode()).isEqualTo(ExitCode.CLEAN);
    assertThat(run.out())
        .endsWith(
            """
            Recorded in %s:
            facts:
              endpointService: com.amazonaws.vpce.eu-north-1.vpce-svc-0123456789abcdef0
              nameServers:
                - ns-1.awsdns-01.org
            Review the change; a later one may set state: active.
            """
                .formatted(cell()));
    assertThat(cell()).content().contains("facts:", "state: provisioning");
    assertThat(admit(DESCRIPTOR).out()).endsWith(cell() + " has these facts already.\n");
  }

  @Test
  void should_write_nothing_when_told_so_or_refused() throws IOException {
    // GIVEN
    String before = Files.readString(cell());

    // WHEN
    CommandRun dry = admit(DESCRIPTOR, "--dry-run", "--format", "json");
    CommandRun refused = admit(DESCRIPTOR.replace("259239322368", "259239322369"));

    // THEN
    assertThat(JsonMapper.shared().readTree(dry.out()).path("written").asBoolean()).isFalse();
    assertThat(dry.exitCode()).isEqualTo(ExitCode.CLEAN);
    assertThat(refused.exitCode()).isEqualTo(ExitCode.FINDINGS);
    assertThat(refused.out())
        .contains("[DescriptorMismatch]")
        .endsWith("eu-north-1-cell-02 is not admitted; nothing was written.\n");
    assertThat(cell()).hasContent(before);
  }

  @Test
  void should_refuse_a_file_that_is_no_descriptor() throws IOException {
    // WHEN
    CommandRun run = admit("[]");

    // THEN
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err())
        .contains("descriptor.json is not a descriptor of eu-north-1-cell-02: line 1, column 1: ");
  }

  @Test
  void should_record_the_facts_of_an_edge_in_its_zones_file() throws IOException {
    // GIVEN the edge of a region that was built anew
    Path zone = folder.resolve("inventory/zones/in.yaml");
    String before = Files.readString(zone);
    String descriptor =
        """
        {"schemaVersion": 1, "stack": "edge-ap-south-2", "zone": "in", "region": "ap-south-2",
         "account": "303480143699",
         "facts": {
           "loadBalancer": "arn:aws:elasticloadbalancing:ap-south-2:303480143699:loadbalancer/app/edge-ap-south-2/0123456789abcdef",
           "attachment": "arn:aws:globalaccelerator::303480143699:attachment/a6bd96e1-01ba-6aef-371b-db6982e9e5a0",
           "certificateRecord": {"name": "_1.in.api.acme.example",
             "target": "_2.mhbtsbpdnt.acm-validations.aws"},
           "cellNameServers": []}}
        """;

    // WHEN
    CommandRun run = admitStack("edge-ap-south-2", descriptor);

    // THEN
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(ExitCode.CLEAN);
    assertThat(run.out())
        .endsWith(
            """
            Recorded in %s:
                  loadBalancer: arn:aws:elasticloadbalancing:ap-south-2:303480143699:loadbalancer/app/edge-ap-south-2/0123456789abcdef
                    name: _1.in.api.acme.example
                    target: _2.mhbtsbpdnt.acm-validations.aws
            Review the change; then bring up its zone's edge, for its group and its certificate, and edge-ap-south-2 again.
            """
                .formatted(zone));
    assertThat(Files.readAllLines(zone)).hasSameSizeAs(before.lines().toList());
    assertThat(admitStack("global-edge", descriptor).err())
        .contains("the inventory records nothing of global-edge");
  }
}
