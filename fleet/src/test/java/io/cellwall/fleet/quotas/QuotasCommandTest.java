package io.cellwall.fleet.quotas;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.fleet.CommandRun;
import io.cellwall.fleet.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class QuotasCommandTest {

  @TempDir Path folder;

  private CommandRun quotas(String... more) {
    String[] arguments = new String[more.length + 5];
    arguments[0] = "quotas";
    arguments[1] = "--inventory";
    arguments[2] = CommandRun.INVENTORY;
    arguments[3] = "--cache";
    arguments[4] = folder.toString();
    System.arraycopy(more, 0, arguments, 5, more.length);
    return CommandRun.of(arguments);
  }

  @Test
  void should_show_need_and_limit_of_each_account_and_region() {
    // WHEN
    CommandRun run = quotas("--stack", "edge-eu");

    // THEN
    assertThat(run.exitCode()).isEqualTo(ExitCode.CLEAN);
    assertThat(run.out().lines())
        .anyMatch(line -> line.matches("edge-eu  account \\d{12}  eu-central-1"))
        .anyMatch(
            line -> line.matches(" +Maximum number of tables +L-F98FE922 +1 +2,500 +default +ok"));
    assertThat(run.out()).contains("Short: 0. AWS's defaults as of ");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void should_take_what_the_inventory_says_is_approved() {
    // WHEN
    CommandRun run = quotas("--stack", "eu-west-1-cell-01", "--format", "json");

    // THEN
    JsonNode quotas = JsonMapper.shared().readTree(run.out()).path("quotas");
    assertThat(quotas.valueStream())
        .filteredOn(quota -> quota.path("code").asString().equals("L-0263D0A3"))
        .singleElement()
        .satisfies(
            quota -> {
              assertThat(quota.path("limit").asInt()).isEqualTo(10);
              assertThat(quota.path("from").asString()).isEqualTo("approved");
            });
  }
}
