package io.cellwall.tests.mutants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The mutants as they are written: {@code src/test/resources/mutants/<line>-<what>.yaml}. */
final class MutantFiles {

  private static final Path FOLDER =
      Path.of(System.getProperty("cellwall.root", ".."), "tests/src/test/resources/mutants");

  private MutantFiles() {}

  /** All of them, in the order of the files. */
  static List<Mutant> read() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .flatMap(file -> read(file).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Mutant> read(Path file) {
    String family = file.getFileName().toString().replace(".yaml", "");
    try {
      Map<String, Object> document =
          Yaml.map(
              new Load(LoadSettings.builder().setLabel(family).build())
                  .loadFromString(Files.readString(file)));
      Yaml.only(family, document, Set.of("mistake", "stack", "mutants"));
      String stack = Yaml.text(document, "stack").orElse(Mutant.HOME);
      return Yaml.list(document.get("mutants")).stream()
          .map(entry -> Mutant.of(family, stack, Yaml.map(entry)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }
}
