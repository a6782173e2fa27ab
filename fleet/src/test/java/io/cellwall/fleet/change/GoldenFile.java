package io.cellwall.fleet.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Expected outputs, kept in files; rewritten by {@code ./mvnw test -Dgolden.rewrite=true}. */
final class GoldenFile {

  private GoldenFile() {}

  static void assertMatches(String name, String actual) throws IOException {
    Path file =
        Path.of(
            System.getProperty("cellwall.root"),
            "fleet/src/test/resources/io/cellwall/fleet/change/golden",
            name);
    if (Boolean.parseBoolean(System.getProperty("golden.rewrite"))) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(file));
  }
}
