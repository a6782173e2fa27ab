package io.cellwall.fleet.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.fleet.CommandRun;
import io.cellwall.fleet.ExampleCopy;
import io.cellwall.fleet.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InventoryCommandTest {

  @Test
  void should_say_what_a_valid_inventory_holds() {
    CommandRun run = inventory("validate");

    assertThat(run.exitCode()).isEqualTo(ExitCode.CLEAN);
    assertThat(run.out())
        .isEqualTo("The inventory is valid: 3 zones, 16 cells, 1,000,000 users, 0 warnings\n");
  }

  @Test
  void should_refuse_waivers_that_are_none_and_print_them_as_sarif(@TempDir Path folder)
      throws IOException {
    // GIVEN a waiver that has expired and one of a rule that does not exist
    ExampleCopy.into(folder);
    Files.createDirectories(folder.resolve("waivers"));
    String waiver =
        "  - {finding: %s, resource: 'urn:pulumi:edge-eu::a::t::n', reason: why, approver: who jo,"
            + " ticket: SEC-1, expires: %s}%n";
    Files.writeString(
        folder.resolve("waivers/fleet.yaml"),
        "waivers:\n"
            + waiver.formatted("MissingTags", "2026-11-22")
            + waiver.formatted("NoRule", "2026-12-24"));

    // WHEN
    CommandRun run = CommandRun.of("inventory", "validate", "--inventory", folder.toString());
    CommandRun sarif =
        CommandRun.of(
            "inventory", "validate", "--inventory", folder.toString(), "--format", "sarif");

    // THEN
    assertThat(run.exitCode()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out())
        .contains("fleet.yaml:2:5: violation [WaiverExpired]")
        .contains("fleet.yaml:3:5: violation [WaivedRuleUnknown]")
        .endsWith("The inventory is not valid: 2 findings that block, 0 warnings.\n");
    assertThat(sarif.exitCode()).isEqualTo(ExitCode.FINDINGS);
    assertThat(
            JsonMapper.shared()
                .readTree(sarif.out())
                .at("/runs/0/results/0/locations/0/physicalLocation/region/startLine")
                .asInt())
        .isEqualTo(2);
  }

  @Test
  void should_list_each_cell_with_its_share_of_the_users() {
    CommandRun run = inventory("list");

    assertThat(run.exitCode()).isEqualTo(ExitCode.CLEAN);
    assertThat(run.out().lines())
        .hasSize(17)
        .anyMatch(line -> line.matches("eu-west-1-cell-01 +eu +active +large +95,000 +9.5% .*"));
  }

  @Test
  void should_list_the_cells_as_json() {
    JsonNode object = JsonMapper.shared().readTree(inventory("list", "--format", "json").out());

    assertThat(object.propertyNames()).containsExactly("schemaVersion", "cells", "findings");
    assertThat(object.path("cells").size()).isEqualTo(16);
    assertThat(object.path("cells").path(0).path("name").asString())
        .isEqualTo("ap-south-1-cell-01");
  }

  @Test
  void should_show_what_is_written_and_what_is_computed_of_a_cell() {
    CommandRun run = inventory("show", "eu-west-1-cell-01");

    assertThat(run.exitCode()).isEqualTo(ExitCode.CLEAN);
    assertThat(run.out().lines())
        .contains(
            "host                       eu-west-1-cell-01.eu.cells.acme.example",
            "pulumi.secretsProvider     awskms:///alias/control-plane-eu-west-1-cell-01-secrets?region=eu-west-1",
            "whenUnhealthy.policy       standby",
            "whenUnhealthy.cell         eu-central-1-cell-01",
            "compute.kubernetesVersion  1.35",
            "recovery.topology          active-passive",
            "recovery.zoneLoss.rpo      0s",
            "recovery.regionLoss.rpo    20s",
            "recovery.regionLoss.rto    10m",
            "recovery.promised.rpo      20s",
            "recovery.promised.rto      15m",
            "recovery.promised.capacity full",
            "backupCopyTo               eu-north-1",
            "approvedQuotas.L-0263D0A3  10",
            "availabilityZones          euw1-az1, euw1-az2, euw1-az3");
  }

  @Test
  void should_list_the_cells_when_the_one_to_show_is_unknown() {
    CommandRun run = inventory("show", "eu-west-1-cell-77");

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err())
        .startsWith(
            """
            cellwall: the inventory has no cell "eu-west-1-cell-77"; its cells are:
              ap-south-1-cell-01
            """);
  }

  @Test
  void should_show_who_has_which_addresses_and_what_is_free() {
    CommandRun run = inventory("addresses");

    assertThat(run.exitCode()).isEqualTo(ExitCode.CLEAN);
    assertThat(run.out().lines())
        .anyMatch(line -> line.matches("10.16.0.0/16 +65,536 +eu-west-1-cell-01"))
        .anyMatch(line -> line.matches("10.19.0.0/20 +4,096 +eu-west-1-cell-04 .retired, .*"))
        .anyMatch(line -> line.matches("large +/16 +\\d+ +10\\.\\d+\\.0\\.0/16"))
        .anyMatch(line -> line.matches("Pool 10.0.0.0/8: [0-9,]+ of 16,777,216 addresses.*"));
  }

  @Test
  void should_write_the_next_cell_of_a_region(@TempDir Path folder) throws IOException {
    // GIVEN a copy of the example inventory, whose eu-west-1 has used four numbers
    ExampleCopy.into(folder);

    // WHEN a cell is added there
    CommandRun run = add(folder, "999988887777");

    // THEN its file is written and the inventory is valid
    assertThat(run.exitCode()).isEqualTo(ExitCode.CLEAN);
    assertThat(run.out()).startsWith("Wrote " + folder.resolve("cells/eu-west-1-cell-05.yaml"));
    assertThat(folder.resolve("cells/eu-west-1-cell-05.yaml"))
        .content()
        .contains("name: eu-west-1-cell-05", "account: \"999988887777\"", "state: planned");
    assertThat(CommandRun.of("inventory", "validate", "--inventory", folder.toString()).out())
        .startsWith("The inventory is valid: 3 zones, 17 cells");
  }

  @Test
  void should_refuse_to_add_what_validation_would_refuse(@TempDir Path folder) throws IOException {
    // GIVEN a copy of the example inventory
    ExampleCopy.into(folder);

    // WHEN a cell is added with the account of another one
    CommandRun run = add(folder, "811663940468");

    // THEN nothing is written
    assertThat(run.exitCode()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out()).contains("[AccountUsedTwice]");
    assertThat(folder.resolve("cells/eu-west-1-cell-05.yaml")).doesNotExist();
  }

  @Test
  void should_print_the_schema_of_a_kind_of_file() {
    CommandRun run = CommandRun.of("inventory", "schema", "cell");

    assertThat(run.exitCode()).isEqualTo(ExitCode.CLEAN);
    assertThat(JsonMapper.shared().readTree(run.out()).path("title").asString())
        .isEqualTo("Cellwall cell");
  }

  @Test
  void should_list_the_kinds_when_the_one_asked_for_is_unknown() {
    CommandRun run = CommandRun.of("inventory", "schema", "cel");

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err())
        .isEqualTo(
            "cellwall: \"cel\" is no kind of inventory file; the kinds are fleet, zone, cell,"
                + " waivers\n");
  }

  private static CommandRun add(Path folder, String account) {
    return CommandRun.of(
        "inventory",
        "add",
        "--inventory",
        folder.toString(),
        "--region",
        "eu-west-1",
        "--account",
        account,
        "--availability-zones",
        "euw1-az1,euw1-az2");
  }

  private static CommandRun inventory(String command, String... more) {
    String[] arguments = new String[more.length + 4];
    arguments[0] = "inventory";
    arguments[1] = command;
    arguments[2] = "--inventory";
    arguments[3] = CommandRun.INVENTORY;
    System.arraycopy(more, 0, arguments, 4, more.length);
    return CommandRun.of(arguments);
  }
}
