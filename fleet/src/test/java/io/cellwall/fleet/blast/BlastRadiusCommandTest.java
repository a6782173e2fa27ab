package io.cellwall.fleet.blast;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.fleet.CommandRun;
import io.cellwall.fleet.ExampleCopy;
import io.cellwall.fleet.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One small stack is planned; who is behind all others counts as reached. */
class BlastRadiusCommandTest {

  @TempDir private Path folder = Path.of("");

  private CommandRun run(String format, String inventory) {
    return CommandRun.of(
        "blast-radius",
        "--no-cache",
        "--stack",
        "global-edge",
        "--inventory",
        inventory,
        "--format",
        format);
  }

  @Test
  void should_block_with_the_budgets_place_as_text() {
    CommandRun run = run("text", CommandRun.INVENTORY);
    assertThat(run.exitCode()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out())
        .containsPattern(
            "node +1,000,000 +~100% +100% +100% +100% +all +0% +what was not planned\n")
        .contains(
            CommandRun.INVENTORY
                + "/fleet.yaml:28:9: undecided [BlastRadiusAboveBudget]\n"
                + "    node can reach 100% of the users: what was not planned; the budget is 0%.",
            "    undecided: there is no graph of 25 stacks: all behind it count\n");
  }

  @Test
  void should_pass_without_budgets() throws IOException {
    // GIVEN an inventory without budgets
    Path inventory = folder.resolve("inventory");
    ExampleCopy.into(inventory);
    Path fleet = inventory.resolve("fleet.yaml");
    Files.writeString(
        fleet, Files.readString(fleet).replaceAll("(?s)blastRadius:\\n(  [^\\n]*\\n)*", ""));

    // WHEN
    CommandRun run = run("json", inventory.toString());

    // THEN
    assertThat(run.exitCode()).isEqualTo(ExitCode.CLEAN);
    assertThat(run.out()).contains("\"schemaVersion\" : 1", "\"failure\" : \"noisyNeighbour\"");
    assertThat(run.out()).doesNotContain("\"budget\"");
  }

  @Test
  void should_write_markdown_sarif_and_junit() {
    assertThat(run("markdown", CommandRun.INVENTORY).out())
        .startsWith(
            "| failure | users | of all | of eu | of in | of us | tenants | budget | farthest |\n")
        .contains("# Cellwall: blocked");
    assertThat(run("sarif", CommandRun.INVENTORY).out())
        .contains("\"ruleId\" : \"BlastRadiusAboveBudget\"", "fleet.yaml", "\"startLine\" : 28");
    assertThat(run("junit", CommandRun.INVENTORY).out())
        .contains("BlastRadiusAboveBudget", "<failure type=\"undecided\"");
  }

  @Test
  void should_refuse_an_inventory_that_is_not_valid() throws IOException {
    Path inventory = folder.resolve("inventory");
    ExampleCopy.into(inventory);
    Path fleet = inventory.resolve("fleet.yaml");
    Files.writeString(fleet, Files.readString(fleet).replace("  node: 0%", "  node: none"));
    CommandRun run = run("text", inventory.toString());
    assertThat(run.exitCode()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out())
        .contains(
            "fleet.yaml:28:9: violation [WrongValue]\n    blastRadius.node \"none\" is not a share");
  }
}
