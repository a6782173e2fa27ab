package io.cellwall.fleet.synth;

import io.cellwall.fleet.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The folder of templates that {@code cdk synth} writes, {@code cdk.out}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cdk/v2/guide/configure-synth.html#configure-synth-default">Cloud
 *     assemblies</a>
 */
public final class CloudAssembly {

  /** How the name of a template's file ends. */
  static final String TEMPLATE = ".template.json";

  private static final String MANIFEST = "manifest.json";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private CloudAssembly() {}

  /** Reads the assembly of one stack, as the CDK wrote it. */
  static StackAssembly read(Path folder, String stackName) throws IOException {
    JsonNode manifest = JSON.readTree(Files.readString(folder.resolve(MANIFEST)));
    SortedMap<String, String> artifacts = new TreeMap<>();
    manifest
        .required("artifacts")
        .properties()
        .forEach(each -> artifacts.put(each.getKey(), JSON.writeValueAsString(each.getValue())));
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = String.valueOf(file.getFileName());
        if (name.startsWith(stackName + ".")) {
          files.put(name, Files.readString(file));
        }
      }
    }
    return new StackAssembly(
        stackName, manifest.required("version").stringValue(), artifacts, files);
  }

  /**
   * Writes the assembly of these stacks. What an earlier synth wrote of other stacks goes: a folder
   * is one synth.
   *
   * @throws UsageException if the folder holds something that no synth wrote, or is not writable
   */
  public static void write(Path folder, Collection<StackAssembly> stacks) {
    try {
      clear(folder);
      ObjectNode manifest = JSON.createObjectNode();
      ObjectNode artifacts = JSON.createObjectNode();
      for (StackAssembly stack : stacks) {
        manifest.put("version", stack.version());
        stack.artifacts().forEach((id, json) -> artifacts.set(id, JSON.readTree(json)));
        for (var file : stack.files().entrySet()) {
          Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
      }
      manifest.set("artifacts", artifacts);
      Files.writeString(folder.resolve(MANIFEST), JSON.writeValueAsString(manifest) + "\n");
    } catch (IOException e) {
      throw new UsageException("cannot write the templates to " + folder + ": " + e);
    }
  }

  private static void clear(Path folder) throws IOException {
    Files.createDirectories(folder);
    List<Path> old;
    try (Stream<Path> files = Files.list(folder)) {
      old = files.toList();
    }
    if (!old.isEmpty() && !Files.isRegularFile(folder.resolve(MANIFEST))) {
      throw new UsageException(
          folder + " is not empty and holds no cloud assembly; name another folder with --out DIR");
    }
    for (Path file : old) {
      if (Files.isRegularFile(file) && String.valueOf(file.getFileName()).endsWith(".json")) {
        Files.delete(file);
      }
    }
  }

  /** The templates of a folder, by the names of their stacks. */
  public static SortedMap<String, String> templates(Path folder) {
    SortedMap<String, String> templates = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(TEMPLATE)) {
          templates.put(
              name.substring(0, name.length() - TEMPLATE.length()), Files.readString(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder, e);
    }
    return templates;
  }
}
