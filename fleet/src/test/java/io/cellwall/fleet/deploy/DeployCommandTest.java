package io.cellwall.fleet.deploy;

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

class DeployCommandTest {

  @TempDir Path project;

  @BeforeEach
  void writeTheProject() throws IOException {
    Files.writeString(project.resolve("fleet.jar"), "");
    Files.writeString(
        project.resolve("Pulumi.yaml"),
        "name: cellwall\nruntime: {name: java, options: {binary: fleet.jar}}\n");
  }

  @Test
  void should_ask_whether_the_nearest_stack_was_meant() throws IOException {
    // GIVEN
    ExampleCopy.into(Files.createDirectories(project.resolve("regions")).resolve("inventory"));

    // WHEN a name lacks a letter, or a number is another's
    CommandRun misspelt = deploy("eu-west-1-cel-03");
    CommandRun unknown = deploy("eu-west-1-cell-93");

    // THEN
    assertThat(misspelt.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(misspelt.err())
        .isEqualTo(
            "cellwall: \"eu-west-1-cel-03\" is no name of a stack: \"eu-west-1-cel-03\" is not a cell"
                + " name: <region>-cell-<nn>, such as eu-west-1-cell-03. Did you mean"
                + " eu-west-1-cell-03?\n");
    assertThat(unknown.err())
        .startsWith("cellwall: stack \"eu-west-1-cell-93\" is not in the inventory ")
        .endsWith("\nDid you mean eu-west-1-cell-03?\n");
  }

  @Test
  void should_refuse_what_is_no_name_also_where_there_is_no_inventory() {
    assertThat(deploy("eu-west-1-cel-03").err())
        .isEqualTo(
            "cellwall: \"eu-west-1-cel-03\" is no name of a stack: \"eu-west-1-cel-03\" is not a cell"
                + " name: <region>-cell-<nn>, such as eu-west-1-cell-03\n");
  }

  private CommandRun deploy(String stack) {
    return CommandRun.of("deploy", stack, "--project", project.toString());
  }
}
