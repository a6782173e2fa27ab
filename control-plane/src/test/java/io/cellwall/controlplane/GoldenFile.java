package io.cellwall.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Expected texts, kept in files; rewritten by {@code ./mvnw test -Dgolden.rewrite=true}. */
public final class GoldenFile {

  private GoldenFile() {}

  /** Compares with the file of that name. */
  public static void assertMatches(String name, String actual) throws IOException {
    Path file = ExampleStacks.resource("golden/" + name);
    if (Boolean.parseBoolean(System.getProperty("golden.rewrite"))) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(file));
  }
}
