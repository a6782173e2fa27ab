package io.cellwall.fleet.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.fleet.CommandRun;
import io.cellwall.fleet.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CostCommandTest {

  @TempDir Path folder;

  private CommandRun cost(String... more) {
    String[] arguments = new String[more.length + 5];
    arguments[0] = "cost";
    arguments[1] = "--inventory";
    arguments[2] = CommandRun.INVENTORY;
    arguments[3] = "--cache";
    arguments[4] = folder.resolve("cache").toString();
    System.arraycopy(more, 0, arguments, 5, more.length);
    return CommandRun.of(arguments);
  }

  @Test
  void should_say_what_the_total_is_made_of_and_what_is_not_included() {
    // WHEN
    CommandRun run = cost("--stack", "edge-eu");

    // THEN
    assertThat(run.out().lines())
        .contains("edge-eu")
        .anyMatch(line -> line.matches(" +keys +kms-key +eu-west-1 +4 +1.00 +month +4.00"))
        .anyMatch(line -> line.matches(" +total .*"))
        .anyMatch(line -> line.startsWith("Not included: traffic and data processing"))
        .anyMatch(line -> line.startsWith("Prices of 2026-"));
    assertThat(run.err()).isEmpty();
  }

  @Test
  void should_print_amounts_as_text_in_json() {
    // WHEN
    JsonNode object =
        JsonMapper.shared().readTree(cost("--stack", "edge-eu", "--format", "json").out());

    // THEN
    assertThat(object.path("currency").asString()).isEqualTo("USD");
    assertThat(object.path("stacks").path(0).path("monthly").isString()).isTrue();
  }

  @Test
  void should_be_incomplete_and_block_where_a_price_is_missing() throws IOException {
    // GIVEN a price file without a single price
    Path prices =
        Files.writeString(
            folder.resolve("prices.json"),
            "{\"schemaVersion\": 1, \"date\": \"2026-11-23\", \"currency\": \"EUR\", \"note\": \"-\","
                + " \"hoursPerMonth\": 730, \"prices\": []}");

    // WHEN
    CommandRun run = cost("--stack", "edge-eu", "--prices", prices.toString());

    // THEN
    assertThat(run.exitCode()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out()).contains("[PriceMissing]", "0.00 EUR, incomplete: ", "missing");
  }

  @Test
  void should_refuse_a_file_that_is_no_price_file() throws IOException {
    // GIVEN
    Path prices = Files.writeString(folder.resolve("prices.json"), "{}");

    // WHEN
    CommandRun run = cost("--prices", prices.toString());

    // THEN
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err())
        .isEqualTo(
            "cellwall: %s is not a price file: line 1, column 2: schemaVersion: Missing creator property 'schemaVersion'%n"
                .formatted(prices));
  }

  @Test
  void should_print_the_prices_that_come_with_it() {
    // WHEN
    CommandRun run = CommandRun.of("cost", "--print-prices");

    // THEN
    assertThat(run.exitCode()).isEqualTo(ExitCode.CLEAN);
    assertThat(PriceTable.parse(run.out())).isEqualTo(PriceTable.listPrices());
  }
}
