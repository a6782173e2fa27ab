package io.cellwall.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The example inventory, where a test may change it. */
public final class ExampleCopy {

  private ExampleCopy() {}

  /** Copies it; the folder need not exist, or is empty. */
  public static void into(Path folder) throws IOException {
    Path example = Path.of(CommandRun.INVENTORY);
    try (Stream<Path> files = Files.walk(example)) {
      for (Path file : files.toList()) {
        Path target = folder.resolve(example.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
