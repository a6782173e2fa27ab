package io.cellwall.cell.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;

/** Expected texts, kept in files; rewritten by {@code ./mvnw test -Dgolden.rewrite=true}. */
@NullMarked
final class GoldenFile {

  private GoldenFile() {}

  static void assertMatches(String name, String actual) throws IOException {
    Path file = resources().resolve("golden").resolve(name);
    if (Boolean.parseBoolean(System.getProperty("golden.rewrite"))) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(file));
  }

  /** This package's test resources, in the source tree. */
  static Path resources() {
    return Path.of(
        System.getProperty("cellwall.root"),
        "cell-template/src/test/resources/io/cellwall/cell/observability");
  }
}
