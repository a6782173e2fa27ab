package io.cellwall.fleet.engine;

import io.cellwall.fleet.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A folder with a {@code Pulumi.yaml}.
 *
 * @param folder the folder
 * @param name the project's name
 * @param program the jar that the engine runs
 */
public record PulumiProject(Path folder, String name, Path program) {

  private static final String FILE = "Pulumi.yaml";

  /** Where the program looks for the inventory, unless the stack's configuration says otherwise. */
  private static final String USUAL_INVENTORY = "regions/inventory";

  /**
   * Reads the project of a folder.
   *
   * @throws UsageException if there is none, or it does not run a packaged program
   */
  public static PulumiProject in(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new UsageException(
          "there is no %s in %s: run cellwall in the folder that has it, or name that with --project"
              .formatted(FILE, folder.toAbsolutePath().normalize()));
    }
    Map<?, ?> root = mapping(file);
    String name =
        text(root, "name").orElseThrow(() -> new UsageException(file + " has no text \"name\""));
    String binary =
        child(root, "runtime")
            .flatMap(runtime -> child(runtime, "options"))
            .flatMap(options -> text(options, "binary"))
            .orElseThrow(
                () ->
                    new UsageException(
                        file
                            + " has no runtime.options.binary: a deployment runs the packaged program,"
                            + " so that what was tested is what deploys"));
    Path program = folder.toAbsolutePath().resolve(binary).normalize();
    if (!Files.isRegularFile(program)) {
      throw new UsageException(
          "%s names the program %s, which is not there: build it with ./cellwall build"
              .formatted(file, program));
    }
    return new PulumiProject(folder.toAbsolutePath().normalize(), name, program);
  }

  /** The file that holds a stack's configuration; it need not exist. */
  public Path configuration(String stack) {
    return folder.resolve("Pulumi." + stack + ".yaml");
  }

  /** The project's own file. */
  public Path file() {
    return folder.resolve(FILE);
  }

  /**
   * The inventory that the program reads for this stack, as its configuration says.
   *
   * @throws UsageException if the configuration cannot be read
   */
  public Path inventory(String stack) {
    Path file = configuration(stack);
    Optional<String> named =
        Files.isRegularFile(file)
            ? child(mapping(file), "config").flatMap(each -> text(each, "cellwall:inventory"))
            : Optional.empty();
    return named.map(folder::resolve).map(Path::normalize).orElseGet(this::usualInventory);
  }

  /** The inventory that the program reads for a stack that has no configuration. */
  public Path usualInventory() {
    return folder.resolve(USUAL_INVENTORY).normalize();
  }

  private static Map<?, ?> mapping(Path file) {
    try {
      Object read =
          new Load(LoadSettings.builder().setLabel(file.toString()).build())
              .loadFromString(Files.readString(file));
      if (read instanceof Map<?, ?> map) {
        return map;
      }
      if (read == null) {
        return Map.of();
      }
      throw new UsageException(file + " is not a mapping");
    } catch (YamlEngineException e) {
      throw new UsageException(file + " is not valid YAML: " + e.getMessage());
    } catch (IOException e) {
      throw new UsageException("cannot read " + file + ": " + e);
    }
  }

  private static Optional<Map<?, ?>> child(Map<?, ?> map, String key) {
    return map.get(key) instanceof Map<?, ?> child ? Optional.of(child) : Optional.empty();
  }

  private static Optional<String> text(Map<?, ?> map, String key) {
    return map.get(key) instanceof String text ? Optional.of(text) : Optional.empty();
  }
}
