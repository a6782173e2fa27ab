package io.cellwall.regions.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The folders under {@code inventories}: each is a case that changes the files of {@code base}. */
final class InventoryCases {

  static final Path ROOT =
      Path.of(System.getProperty("cellwall.root"), "regions/src/test/resources/inventories");

  private InventoryCases() {}

  static List<Path> all() {
    try (Stream<Path> folders = Files.list(ROOT)) {
      return folders.filter(folder -> !folder.endsWith("base")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The findings of a case, with paths from the inventory's directory on. */
  static List<String> findings(Path folder, Path scratch) {
    Path head = scratch.resolve("inventory");
    overlay(ROOT.resolve("base"), head);
    overlay(folder.resolve("inventory"), head);
    remove(folder.resolve("removed.txt"), head);
    InventoryReading reading;
    if (Files.exists(folder.resolve("before"))) {
      Path before = scratch.resolve("before");
      overlay(ROOT.resolve("base"), before);
      overlay(folder.resolve("before"), before);
      reading = InventoryReader.readChange(before, head);
    } else {
      reading = InventoryReader.read(head);
    }
    return reading.findings().stream()
        .map(
            finding ->
                "%s %s %s %s: %s | %s"
                    .formatted(
                        finding.source().map(Object::toString).orElse("-"),
                        finding.severity(),
                        finding.rule(),
                        finding.subject(),
                        finding.message(),
                        finding.hint())
                    .replace(head + "/", "")
                    .replace(scratch + "/", ""))
        .toList();
  }

  private static void overlay(Path from, Path to) {
    if (!Files.exists(from)) {
      return;
    }
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path list, Path directory) {
    try {
      for (String name : Files.exists(list) ? Files.readAllLines(list) : List.<String>of()) {
        Files.delete(directory.resolve(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
