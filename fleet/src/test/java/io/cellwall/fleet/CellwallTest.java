package io.cellwall.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellwallTest {

  @Test
  void should_say_how_it_is_used_when_the_command_is_missing() {
    // WHEN it is called without a command
    CommandRun run = CommandRun.of();

    // THEN it says so, lists the commands, and ends as bad usage
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).startsWith("say what to do: a command is missing\nUsage: cellwall [-hV]");
    assertThat(run.err()).contains("inventory ", "preview ");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void should_refuse_an_unknown_option() {
    // WHEN an option does not exist
    CommandRun run = CommandRun.of("preview", "--stak", "eu-*");

    // THEN the nearest one is named
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("Unknown option", "--stak");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pre\u001b[31mw", "--st\u001b[31mak", "preview --format te\u001b[31mxt"})
  void should_show_what_it_refuses_without_obeying_it(String arguments) {
    // WHEN a command, an option or a value that does not exist would colour the terminal
    CommandRun run = CommandRun.of(arguments.split(" "));

    // THEN its code is shown
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).doesNotContain("\u001b").contains("\\u001b[31m");
  }

  @Test
  void should_show_the_name_of_a_stack_without_obeying_it() {
    // WHEN a name that no stack has would colour the terminal
    CommandRun run =
        CommandRun.of("preview", "--inventory", CommandRun.INVENTORY, "--stack", "\u001bx");

    // THEN its code is shown, and the list keeps its lines
    assertThat(run.err())
        .startsWith(
            "cellwall: no stack is named \"\\u001bx\"; the stacks of this inventory are:\n  ap-");
  }

  @Test
  void should_say_that_a_number_must_be_whole() {
    // WHEN a number is none
    CommandRun run =
        CommandRun.of("advise", "--users", "lots", "--sla", "99.9", "--residency", "eu");

    // THEN it says so without the name of a type
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err())
        .startsWith("Invalid value for option '--users': 'lots' must be a whole number\n");
  }

  @Test
  void should_say_where_the_inventory_is_looked_for_when_there_is_none() {
    // WHEN the folder does not exist
    CommandRun run = CommandRun.of("preview", "--inventory", "no/such/folder");

    // THEN it is bad input, not a finding
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err())
        .isEqualTo(
            "cellwall: there is no inventory in no/such/folder: run cellwall from the folder that"
                + " holds it, or name it with --inventory DIR\n");
  }
}
