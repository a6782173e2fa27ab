package io.cellwall.fleet.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.cellwall.fleet.CommandRun;
import io.cellwall.fleet.ExitCode;
import io.cellwall.fleet.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What needs no engine; the tests module rehearses with one. */
class RehearseCommandTest {

  @TempDir Path folder;

  @Test
  void should_refuse_a_fault_that_is_none() {
    // WHEN
    CommandRun run = CommandRun.of("rehearse", "--all", "--inventory", inventory(), "--fault", "x");

    // THEN
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err())
        .isEqualTo(
            "cellwall: \"x\" is no fault; write refuse, throttle, fail-after, die or lose, then"
                + " :create, :update or :delete, then :NUMBER, then :TYPE, then ::NAME; or"
                + " slow:MILLISECONDS; or region-down:REGION\n");
  }

  @Test
  void should_never_empty_a_folder_that_no_rehearsal_made() throws IOException {
    // GIVEN
    Files.writeString(folder.resolve("letters.txt"), "kept");

    // THEN
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> new RehearsalFolder(folder, Path.of("program.jar")).renew())
        .withMessage(
            folder + " is not empty, and no rehearsal made it: name another folder with --folder");
    assertThat(folder.resolve("letters.txt")).exists();
  }

  @Test
  void should_put_the_simulated_provider_under_a_home_of_its_own() throws IOException {
    // GIVEN a folder that a rehearsal made and used
    RehearsalFolder rehearsal = new RehearsalFolder(folder.resolve("r"), Path.of("program.jar"));
    rehearsal.renew();
    Files.writeString(rehearsal.cloud().resolve("old"), "");

    // WHEN
    rehearsal.renew();

    // THEN what was in it is gone, and the engine finds the provider by its version
    assertThat(rehearsal.cloud()).isEmptyDirectory();
    assertThat(folder.resolve("r/home/plugins/resource-aws-v6.83.0/pulumi-resource-aws"))
        .isExecutable();
  }

  private static String inventory() {
    return Path.of(System.getProperty("cellwall.root"), "regions", "inventory").toString();
  }
}
