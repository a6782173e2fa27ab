package io.cellwall.fleet.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.cellwall.fleet.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PulumiProjectTest {

  @TempDir Path folder;

  @Test
  void should_say_what_the_engine_runs_and_which_inventory_that_reads() throws IOException {
    // GIVEN
    project("name: p\nruntime: {name: java, options: {binary: a/b.jar}}\n");
    Files.createDirectories(folder.resolve("a"));
    Files.writeString(folder.resolve("a/b.jar"), "");
    Files.writeString(folder.resolve("Pulumi.x.yaml"), "config:\n  cellwall:inventory: ../i\n");

    // WHEN
    PulumiProject project = PulumiProject.in(folder);

    // THEN
    assertThat(project.name()).isEqualTo("p");
    assertThat(project.program()).isEqualTo(folder.resolve("a/b.jar"));
    assertThat(project.inventory("x")).isEqualTo(folder.resolveSibling("i"));
    assertThat(project.inventory("y")).isEqualTo(folder.resolve("regions/inventory"));
  }

  @Test
  void should_refuse_a_project_that_does_not_run_what_was_built() throws IOException {
    assertRefused(
        "there is no Pulumi.yaml in %s: run cellwall in the folder that has it, or name that with --project"
            .formatted(folder));

    project("name: p\nruntime: java\n");
    assertRefused(
        folder.resolve("Pulumi.yaml")
            + " has no runtime.options.binary: a deployment runs the packaged program, so that what"
            + " was tested is what deploys");

    project("name: p\nruntime: {name: java, options: {binary: b.jar}}\n");
    assertRefused(
        "%s names the program %s, which is not there: build it with ./cellwall build"
            .formatted(folder.resolve("Pulumi.yaml"), folder.resolve("b.jar")));
  }

  private void project(String text) throws IOException {
    Files.writeString(folder.resolve("Pulumi.yaml"), text);
  }

  private void assertRefused(String message) {
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> PulumiProject.in(folder))
        .withMessage(message);
  }
}
