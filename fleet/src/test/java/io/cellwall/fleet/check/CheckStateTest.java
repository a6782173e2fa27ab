package io.cellwall.fleet.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.fleet.CommandRun;
import io.cellwall.fleet.ExampleCopy;
import io.cellwall.fleet.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckStateTest {

  private static final Path STATES =
      Path.of(System.getProperty("cellwall.root"), "policies/src/test/resources/state");

  @TempDir Path folder;

  @Test
  void should_pass_a_deployed_cell_that_keeps_to_itself() throws IOException {
    Path state = state("clean.json");

    CommandRun run = check("--state", state.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualTo(
            """
            eu-west-1-cell-01  %s
                pass: nothing crosses a wall

            Violations: 0. Undecided: 0. Warnings: 0. Waived: 0.
            """
                .formatted(state));
    assertThat(run.exitCode()).isEqualTo(ExitCode.CLEAN);
  }

  @Test
  void should_block_a_foreign_key_with_its_path() throws IOException {
    CommandRun run = check("--state", state("crossing.json").toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out())
        .contains("    violation ForeignReference (3)\n")
        .contains(
            "rules[0].applyServerSideEncryptionByDefault.kmsMasterKeyId ->"
                + " arn:aws:kms:eu-west-1:"
                + ACCOUNT_02
                + ":key/0f9a3f61-6f2e-4c55-9b0e-1b6c4f0f7a11 -> cell eu-west-1-cell-02 of zone eu")
        .endsWith("Violations: 8. Undecided: 1. Warnings: 0. Waived: 0.\n");
  }

  @Test
  void should_waive_by_the_id_that_it_shows_and_keep_it_visible() throws IOException {
    // GIVEN the id of one finding, as the JSON shows it
    Path state = state("crossing.json");
    JsonNode before = json(check("--state", state.toString(), "--format", "json"));
    JsonNode finding = before.path("findings").path(0);

    // WHEN the cell's file of waivers names it
    Path inventory =
        inventoryWith(finding.path("id").asString(), finding.path("subject").asString());
    CommandRun run =
        CommandRun.of(
            "check",
            "--inventory",
            inventory.toString(),
            "--state",
            state.toString(),
            "--format",
            "json");

    // THEN it no longer stands, and is shown
    JsonNode after = json(run);
    assertThat(run.exitCode()).isEqualTo(ExitCode.FINDINGS);
    assertThat(after.path("findings").size()).isEqualTo(before.path("findings").size() - 1);
    JsonNode waived = after.at("/stacks/0/waived/0");
    assertThat(waived.path("id")).isEqualTo(finding.path("id"));
    assertThat(waived.at("/waiver/expires").asString()).isEqualTo("2026-12-31");
    assertThat(waived.at("/waiver/ticket").asString()).isEqualTo("SEC-12");
  }

  @Test
  void should_find_a_stack_that_the_inventory_does_not_have() throws IOException {
    Path state = folder.resolve("s.json");
    Files.writeString(
        state, Files.readString(STATES.resolve("clean.json")).replace("cell-01", "cell-88"));

    CommandRun run = check("--state", state.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out()).contains("the inventory has no stack \"eu-west-1-cell-88\"");
  }

  @Test
  void should_refuse_a_file_that_is_no_state_and_name_it() throws IOException {
    Path file = Files.writeString(folder.resolve("s.json"), "{\"version\":3}");

    CommandRun run = check("--state", file.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err())
        .isEqualTo(
            "cellwall: "
                + file
                + ": $ needs the key \"deployment\": it must be made by pulumi stack export\n");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void should_refuse_two_files_of_one_stack_and_none_at_all() throws IOException {
    String state = state("clean.json").toString();

    assertThat(check("--state", state, state).err())
        .isEqualTo(
            "cellwall: "
                + state
                + " and "
                + state
                + " are both of the stack eu-west-1-cell-01; name one\n");
    assertThat(check().exitCode()).isEqualTo(ExitCode.USAGE);
  }

  /** The accounts that the example inventory gives to the cells of the test's state. */
  private static final String ACCOUNT_01 = "811663940468";

  private static final String ACCOUNT_02 = "436912312261";

  private Path state(String name) throws IOException {
    String text = Files.readString(STATES.resolve(name));
    return Files.writeString(
        folder.resolve(name),
        text.replace("111111111101", ACCOUNT_01).replace("111111111102", ACCOUNT_02));
  }

  private Path inventoryWith(String finding, String resource) throws IOException {
    Path inventory = folder.resolve("inventory");
    ExampleCopy.into(inventory);
    Files.createDirectories(inventory.resolve("waivers"));
    Files.writeString(
        inventory.resolve("waivers/eu-west-1-cell-01.yaml"),
        """
        waivers:
          - finding: %s
            resource: %s
            reason: being moved to a cell of its own
            approver: jo@acme.example
            ticket: SEC-12
            expires: 2026-12-31
        """
            .formatted(finding, resource));
    return inventory;
  }

  private static CommandRun check(String... arguments) {
    return CommandRun.of(
        Stream.concat(Stream.of("check", "--inventory", CommandRun.INVENTORY), Stream.of(arguments))
            .toArray(String[]::new));
  }

  private static JsonNode json(CommandRun run) {
    return JsonMapper.shared().readTree(run.out());
  }
}
