package io.cellwall.fleet.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.cellwall.fleet.CommandRun;
import io.cellwall.fleet.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProveCommandTest {

  @TempDir Path folder;

  private CommandRun prove(String... more) {
    String[] arguments = new String[more.length + 9];
    arguments[0] = "prove";
    arguments[1] = "--inventory";
    arguments[2] = CommandRun.INVENTORY;
    arguments[3] = "--cache";
    arguments[4] = folder.resolve("cache").toString();
    arguments[5] = "--stack";
    arguments[6] = "edge-eu*";
    arguments[7] = "--control-plane";
    arguments[8] = "never";
    System.arraycopy(more, 0, arguments, 9, more.length);
    return CommandRun.of(arguments);
  }

  @Test
  void should_say_for_each_stack_and_zone_what_is_proven_and_what_it_rests_on() {
    // WHEN
    CommandRun run = prove();
    // THEN
    assertThat(run.exitCode()).isEqualTo(ExitCode.CLEAN);
    assertThat(run.out().lines())
        .contains(
            "zone eu (GDPR)  eu-central-1 eu-north-1 eu-west-1",
            "    access: proven",
            "    network: proven",
            "    residency: proven",
            "    edge-eu-west-1     access proven, network proven, residency proven",
            "    accelerator  edge-eu -> edge-eu-central-1, edge-eu-north-1, edge-eu-west-1: clients'"
                + " packets, to the routers",
            "    - AWS's actions, and what each acts on, are those of 2026-09-26.")
        .last(STRING)
        .startsWith(
            "Proven: 4 stacks, 12 ordered pairs of stacks, 1 of 1 zones. Violations: 0. Undecided: 0. ")
        .endsWith(
            " 22 stacks of the fleet were not looked at: of the network between them and these nothing"
                + " is proven.");
  }

  @Test
  void should_state_the_same_to_programs() {
    // WHEN
    JsonNode object = JsonMapper.shared().readTree(prove("--format", "json").out());
    // THEN
    assertThat(object.path("proven").asBoolean()).isTrue();
    assertThat(object.path("zones").path(0).path("residency").asString()).isEqualTo("proven");
    assertThat(object.path("stacks").size()).isEqualTo(4);
    assertThat(object.path("notProven").isEmpty()).isTrue();
    assertThat(prove("--format", "markdown").out())
        .contains("| zone eu | proven | proven | proven |");
    assertThat(prove("--format", "junit").out()).contains("IamPathBetweenCells");
    assertThat(prove("--format", "sarif").out()).contains("NetworkPathBetweenCells");
  }
}
