package io.cellwall.fleet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PulumiCliTest {

  @TempDir Path folder;

  @Test
  void should_stop_what_an_engine_waits_for_that_never_begins_and_say_so() throws IOException {
    // GIVEN an engine that ends in order once the policy pack is gone
    PulumiCli pulumi = pulumi("sleep 300; echo 'error: no port' >&2; exit 255");

    // WHEN
    Outcome outcome =
        pulumi
            .beginningWithin(Duration.ofSeconds(1))
            .run(List.of("preview", "--policy-pack", "/pack"), step -> {});

    // THEN
    assertThat(outcome.exit()).isEqualTo(255);
    assertThat(outcome.errors())
        .contains(
            "the engine did not begin within 1 s, and was stopped: it waited for the policy pack"
                + " /pack to say its port, or for a provider that it downloads. Start the pack by"
                + " hand: its first line must be a port, and nothing else",
            "error: no port");
  }

  @Test
  void should_wait_for_an_engine_that_has_begun() throws IOException {
    // GIVEN
    PulumiCli pulumi = pulumi("echo '{\"preludeEvent\":{\"config\":{}}}'; sleep 2");

    // WHEN
    Outcome outcome =
        pulumi.beginningWithin(Duration.ofSeconds(1)).run(List.of("preview"), step -> {});

    // THEN
    assertThat(outcome.succeeded()).isTrue();
    assertThat(outcome.errors()).isEmpty();
  }

  private PulumiCli pulumi(String commands) throws IOException {
    Path script = folder.resolve("pulumi");
    Files.writeString(script, "#!/bin/sh\n" + commands + "\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    return new PulumiCli(script, folder, Map.of());
  }
}
