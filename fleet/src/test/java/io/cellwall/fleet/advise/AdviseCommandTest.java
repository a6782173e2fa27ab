package io.cellwall.fleet.advise;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.fleet.CommandRun;
import io.cellwall.fleet.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AdviseCommandTest {

  private static final Path GOLDEN =
      Path.of(
          System.getProperty("cellwall.root"), "fleet/src/test/resources/io/cellwall/fleet/advise");

  static Stream<Arguments> askers() {
    return Stream.of(
        Arguments.of("start-up", 0, "--users 10000 --sla 99.9 --residency GDPR"),
        Arguments.of("exercise", 0, "--users 1000000 --sla 99.95 --residency GDPR"),
        Arguments.of(
            "three-zones",
            0,
            "--users 1000000 --sla 99.95 --residency eu=46 --residency us=38.5 --residency in"),
        Arguments.of(
            "two-continents",
            0,
            "--users 50000 --sla 99.9 --residency eu --residency us --rpo 5m --rto 1h"),
        Arguments.of("near-everybody", 0, "--users 80000 --sla 99.5 --residency us --latency 20"),
        Arguments.of("too-much", 1, "--users 60000 --sla 99.99 --residency ch"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("askers")
  void should_advise_as_it_did(String name, int exitCode, String arguments) throws IOException {
    // WHEN
    CommandRun run = advise(arguments);

    // THEN
    Path golden = GOLDEN.resolve(name + ".txt");
    if (Boolean.getBoolean("golden.rewrite")) {
      Files.writeString(golden, run.out());
    }
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
    assertThat(run.exitCode()).isEqualTo(exitCode);
  }

  @Test
  void should_say_no_to_cells_for_a_start_up_and_yes_to_a_million_users() {
    assertThat(advise("--users 10000 --sla 99.9 --residency GDPR").out())
        .startsWith("No cells: a single cluster in one region will do, in zone eu.\n");
    assertThat(advise("--users 1000000 --sla 99.95 --residency GDPR").out())
        .startsWith("Cells: 20 of them in zone eu");
  }

  @Test
  void should_write_json_and_markdown() {
    assertThat(advise("--users 10000 --sla 99.9 --residency GDPR --format json").out())
        .contains("\"schemaVersion\" : 1")
        .contains("\"stage\" : \"single-cluster\"", "\"eu-west-1\" : 1");
    assertThat(advise("--users 10000 --sla 99.9 --residency GDPR --format markdown").out())
        .startsWith("# No cells&#58; a single cluster")
        .contains("| eu | GDPR | 10,000 | 1 in eu-west-1 |");
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void should_say_what_is_wrong_with_the_options(String arguments, String message) {
    CommandRun run = advise(arguments);
    assertThat(run.err()).startsWith(message);
    assertThat(run.out()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of(
            "",
            "Missing required options: '--users=N', '--sla=PERCENT', '--residency=ZONE[=PERCENT]'"),
        Arguments.of(
            "--users 0 --sla 99.9 --residency eu",
            "cellwall: --users is 0; it must be 1 to 10,000,000,000\n"),
        Arguments.of(
            "--users 5 --sla 100 --residency eu",
            "cellwall: --sla is \"100\"; it must be a percentage below 100, such as 99.95\n"),
        Arguments.of(
            "--users 5 --sla 99 --residency mars",
            "cellwall: --residency \"mars\" is not known; it must be one of eu (GDPR), us, in (DPDP),"
                + " uk (UK-GDPR), ch (FADP), ca (PIPEDA), au (APP), jp (APPI), br (LGPD), anywhere\n"),
        Arguments.of(
            "--users 5 --sla 99 --residency eu --residency GDPR",
            "cellwall: --residency eu is given twice\n"),
        Arguments.of(
            "--users 5 --sla 99 --residency eu=50 --residency us=40",
            "cellwall: the shares of --residency are 90% together; they must be 100%\n"),
        Arguments.of(
            "--users 5 --sla 99 --residency eu --rto soon", "cellwall: --rto: \"soon\" is"));
  }

  private static CommandRun advise(String arguments) {
    List<String> all = new ArrayList<>(List.of("advise"));
    if (!arguments.isEmpty()) {
      all.addAll(List.of(arguments.split(" ")));
    }
    return CommandRun.of(all.toArray(String[]::new));
  }
}
