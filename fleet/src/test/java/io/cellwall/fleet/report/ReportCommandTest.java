package io.cellwall.fleet.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.fleet.CommandRun;
import io.cellwall.fleet.ExampleCopy;
import io.cellwall.fleet.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command; what its page says and does is tested beside it. */
class ReportCommandTest {

  @TempDir Path folder;

  private Path inventory;
  private Path page;

  @BeforeEach
  void copyTheExample() throws IOException {
    inventory = folder.resolve("inventory");
    ExampleCopy.into(inventory);
    page = folder.resolve("report.html");
  }

  @Test
  void should_write_a_page_and_say_what_it_says() throws IOException {
    // WHEN
    CommandRun run = report("--html", page.toString());

    // THEN
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("Nothing crosses a wall of the one stack looked at.")
        .endsWith("\nWritten to " + page + ".\n");
    assertThat(run.exitCode()).isEqualTo(ExitCode.CLEAN);
    assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
  }

  @Test
  void should_print_the_page_and_nothing_else_where_the_file_is_a_dash() {
    CommandRun run = report("--html", "-");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
    assertThat(run.exitCode()).isEqualTo(ExitCode.CLEAN);
  }

  @Test
  void should_write_the_page_all_the_same_where_something_on_it_blocks() throws IOException {
    // GIVEN a waiver that has expired
    Files.writeString(
        Files.createDirectories(inventory.resolve("waivers")).resolve("fleet.yaml"),
        """
        waivers:
          - finding: ForeignReference-0123456789ab
            resource: urn:pulumi:edge-in::cellwall::aws:route53/record:Record::old
            reason: the old name goes with the next release
            approver: jo@acme.example
            ticket: SEC-12
            expires: 2026-11-22
        """);

    // WHEN
    CommandRun run = report("--html", page.toString());

    // THEN
    assertThat(run.exitCode()).isEqualTo(ExitCode.FINDINGS);
    assertThat(Files.readString(page)).contains("the old name goes with the next release");
  }

  @Test
  void should_write_no_page_of_an_inventory_that_is_not_valid() throws IOException {
    // GIVEN
    Path cell = inventory.resolve("cells/eu-west-1-cell-03.yaml");
    Files.writeString(cell, Files.readString(cell).replace("nat: per-zone", "natt: per-zone"));

    // WHEN
    CommandRun run = report("--html", page.toString());

    // THEN
    assertThat(run.out()).contains("[UnknownKey]", "The inventory is not valid: ");
    assertThat(run.exitCode()).isEqualTo(ExitCode.FINDINGS);
    assertThat(page).doesNotExist();
  }

  @Test
  void should_say_before_it_begins_that_the_page_cannot_be_written() throws IOException {
    // GIVEN an inventory that is not even there
    inventory = folder.resolve("none");

    // THEN
    assertThat(report("--html", folder.toString()).err())
        .isEqualTo("cellwall: --html %s is a folder; name a file in it\n".formatted(folder));
    Path deep = folder.resolve("no/such/report.html");
    CommandRun run = report("--html", deep.toString());
    assertThat(run.err())
        .isEqualTo(
            "cellwall: --html %s: there is no folder %s; make it first\n"
                .formatted(deep, folder.resolve("no/such")));
    assertThat(run.out()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void should_ask_where_to_write() {
    CommandRun run = report();
    assertThat(run.err()).startsWith("Missing required option: '--html=FILE'\n");
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
  }

  private CommandRun report(String... arguments) {
    return CommandRun.of(
        Stream.concat(
                Stream.of(
                    "report",
                    "--inventory",
                    inventory.toString(),
                    "--cache",
                    folder.resolve("cache").toString(),
                    "--stack",
                    "edge-in"),
                Stream.of(arguments))
            .toArray(String[]::new));
  }
}
