package io.cellwall.fleet.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {

  @TempDir Path folder;

  @Test
  void should_say_what_is_missing_and_how_to_get_it() {
    // WHEN
    Probe cli = probe("pulumi");

    // THEN
    assertThat(cli.state()).isEqualTo(Probe.State.MISSING);
    assertThat(cli.blocks()).isTrue();
    assertThat(cli.wanted()).isEqualTo("3.200 or later; tested with 3.255.0");
    assertThat(cli.remedy())
        .isEqualTo(
            "https://www.pulumi.com/docs/iac/download-install/, or .ci/engine/build, which needs Go"
                + " 1.26");
  }

  @Test
  void should_refuse_a_version_that_is_too_old() throws IOException {
    // GIVEN
    pulumi("v3.199.9");

    // THEN
    assertThat(probe("pulumi").state()).isEqualTo(Probe.State.UNSUPPORTED);
    assertThat(probe("pulumi").found()).contains("v3.199.9, " + folder.resolve("pulumi"));
  }

  @Test
  void should_accept_a_version_that_is_new_enough() throws IOException {
    // GIVEN
    pulumi("v3.200.0");

    // THEN
    assertThat(probe("pulumi").state()).isEqualTo(Probe.State.OK);
  }

  @Test
  void the_real_provider_should_not_be_needed_for_a_rehearsal() {
    assertThat(probe("provider aws").state()).isEqualTo(Probe.State.OPTIONAL);
    assertThat(probe("provider aws").blocks()).isFalse();
  }

  private Probe probe(String part) {
    return new Doctor(Map.of("PATH", folder.toString(), "HOME", folder.toString()))
        .examine().stream().filter(each -> each.part().equals(part)).findFirst().orElseThrow();
  }

  private void pulumi(String version) throws IOException {
    Path program = folder.resolve("pulumi");
    Files.writeString(program, "#!/bin/sh\necho " + version + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
  }
}
