package io.cellwall.fleet.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.fleet.CommandRun;
import io.cellwall.fleet.ExitCode;
import org.junit.jupiter.api.Test;
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
            "host                     eu-west-1-cell-01.eu.cells.acme.example",
            "whenUnhealthy.policy     standby",
            "whenUnhealthy.cell       eu-central-1-cell-01",
            "availabilityZones        euw1-az1, euw1-az2, euw1-az3");
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
