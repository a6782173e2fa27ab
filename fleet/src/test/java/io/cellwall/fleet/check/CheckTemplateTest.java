package io.cellwall.fleet.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.fleet.CommandRun;
import io.cellwall.fleet.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTemplateTest {

  private static final Path TEMPLATES =
      Path.of(System.getProperty("cellwall.root"), "policies/src/test/resources/templates");

  @TempDir Path folder;

  @Test
  void should_judge_a_template_for_the_stack_that_is_named() {
    String clean = TEMPLATES.resolve("clean.yaml").toString();

    CommandRun run = check("--template", clean, "--stack", "eu-west-1-cell-01");

    assertThat(run.out())
        .isEqualTo(
            """
            eu-west-1-cell-01  %s
                pass: nothing crosses a wall

            Violations: 0. Undecided: 0. Warnings: 0. Waived: 0.
            """
                .formatted(clean));
    assertThat(run.exitCode()).isEqualTo(ExitCode.CLEAN);
  }

  @Test
  void should_not_judge_a_template_by_the_walls_of_another_cell() {
    CommandRun run =
        check(
            "--template",
            TEMPLATES.resolve("clean.yaml").toString(),
            "--stack",
            "eu-west-1-cell-02");

    assertThat(run.exitCode()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out()).contains("cidrBlock is 10.16.0.0/16; it must be 10.18.0.0/18");
  }

  @Test
  void should_block_a_template_whose_name_is_no_stack() {
    CommandRun run = check("--template", TEMPLATES.resolve("clean.yaml").toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out()).contains("the inventory has no stack \"clean\"");
  }

  @Test
  void should_judge_the_stacks_of_a_cloud_assembly_by_their_names() throws IOException {
    // GIVEN the assembly of the tests, with the account that the example gives to the cell
    Path assembly = Files.createDirectories(folder.resolve("cdk.out"));
    for (String name : List.of("manifest.json", "Cell01.template.json", "Cell02.template.json")) {
      String text = Files.readString(TEMPLATES.resolve("cdk.out").resolve(name));
      Files.writeString(assembly.resolve(name), text.replace("111111111101", "811663940468"));
    }

    // WHEN
    CommandRun run = check("--template", assembly.toString());

    // THEN each stack is judged for the stack that it prepares, where it goes
    assertThat(run.exitCode()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out())
        .contains("eu-west-1-cell-01  " + assembly + "/Cell01.template.json\n    pass: nothing")
        .contains("allowedAccountIds is [811663940468]; it must be [436912312261]")
        .contains("eu-central-1-cell-01  " + assembly + "/Cell01.template.json\n    undecided");
  }

  @Test
  void should_refuse_what_is_no_template() throws IOException {
    Path text = Files.writeString(folder.resolve("t.yaml"), "just: text");

    assertThat(check("--template", text.toString(), "--stack", "eu-west-1-cell-01"))
        .isEqualTo(
            new CommandRun(
                ExitCode.USAGE,
                "",
                "cellwall: " + text + ": has no \"Resources\", as a template has\n"));
    assertThat(check("--template", folder.toString()).err())
        .isEqualTo(
            "cellwall: "
                + folder
                + ": has no manifest.json; it must be a folder that cdk synth wrote\n");
    assertThat(check("--state", "x", "--stack", "y").err())
        .isEqualTo("cellwall: --stack is for templates: a state says itself whose it is\n");
  }

  private static CommandRun check(String... arguments) {
    return CommandRun.of(
        Stream.concat(Stream.of("check", "--inventory", CommandRun.INVENTORY), Stream.of(arguments))
            .toArray(String[]::new));
  }
}
