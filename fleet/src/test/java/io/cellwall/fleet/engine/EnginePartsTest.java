package io.cellwall.fleet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnginePartsTest {

  @TempDir Path folder;

  @Test
  void should_prefer_what_is_on_the_path_to_what_was_built() throws IOException {
    // GIVEN
    Path own = program("bin");
    Path built = program("tools/pulumi-3.255.0");
    String tools = folder.resolve("tools").toString();

    // THEN
    assertThat(
            new EngineParts(
                    Map.of("PATH", folder.resolve("bin").toString(), "CELLWALL_TOOLS", tools))
                .find("pulumi"))
        .contains(own);
    assertThat(new EngineParts(Map.of("PATH", "", "CELLWALL_TOOLS", tools)).find("pulumi"))
        .contains(built);
    assertThat(new EngineParts(Map.of("HOME", folder.toString())).find("pulumi")).isEmpty();
  }

  private Path program(String in) throws IOException {
    Path file = folder.resolve(in).resolve("pulumi");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }
}
