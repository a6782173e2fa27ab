package io.cellwall.policies.cloudformation;

import io.cellwall.policies.graph.UnreadableGraphException;
import io.cellwall.policies.graph.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds templates: a file, or every stack of a cloud assembly ({@code cdk.out}). */
public final class Templates {

  private static final Pattern ENVIRONMENT = Pattern.compile("aws://([^/]*)/([^/]*)");
  private static final int DEEPEST = 5;

  private Templates() {}

  /**
   * Reads a template, or the templates of a folder that {@code cdk synth} wrote.
   *
   * @throws UnreadableGraphException if there is none; the message says where and why
   */
  public static List<Template> read(Path path) {
    return read(path, file -> true);
  }

  /**
   * Reads some of the templates of a folder that {@code cdk synth} wrote.
   *
   * @param wanted tells of a template's file, as it lies in the folder, whether it is read
   * @throws UnreadableGraphException if the folder has none of them; the message says where and why
   */
  public static List<Template> read(Path path, Predicate<Path> wanted) {
    if (!Files.isDirectory(path)) {
      String file = String.valueOf(path.getFileName());
      String name = file.replaceFirst("(?:\\.template)?\\.(?:json|ya?ml|template)$", "");
      return List.of(
          new Template(
              shown(path),
              name,
              false,
              Optional.empty(),
              Optional.empty(),
              new TreeMap<>(),
              TemplateFile.read(path)));
    }
    List<Template> found = new ArrayList<>();
    assembly(path, 0, wanted, found);
    if (found.isEmpty()) {
      throw new UnreadableGraphException(shown(path), "is a cloud assembly without stacks");
    }
    return found;
  }

  /**
   * A template that is at hand, and what the manifest of its cloud assembly says of it.
   *
   * @param file what findings call it
   * @param id id of the artifact
   * @param artifact the artifact, as JSON
   * @param template the template, as JSON
   * @throws UnreadableGraphException if one of the texts is not what it must be
   */
  public static Template parse(String file, String id, String artifact, String template) {
    Value.Fields said = TemplateFile.parse(file, artifact);
    return stack(file, id, said, propertiesOf(said), TemplateFile.parse(file, template));
  }

  private static void assembly(
      Path folder, int depth, Predicate<Path> wanted, List<Template> found) {
    Path manifest = folder.resolve("manifest.json");
    if (!Files.isRegularFile(manifest) || depth > DEEPEST) {
      throw new UnreadableGraphException(
          shown(folder), "has no manifest.json; it must be a folder that cdk synth wrote");
    }
    Value artifacts =
        TemplateFile.read(manifest).values().getOrDefault("artifacts", Value.Fields.none());
    if (!(artifacts instanceof Value.Fields all)) {
      throw new UnreadableGraphException(shown(manifest), "has artifacts that are no object");
    }
    for (Map.Entry<String, Value> entry : all.values().entrySet()) {
      if (!(entry.getValue() instanceof Value.Fields artifact)) {
        throw new UnreadableGraphException(
            shown(manifest), "has an artifact that is no object: " + entry.getKey());
      }
      Value.Fields properties = propertiesOf(artifact);
      switch (artifact.text("type").orElse("")) {
        case "aws:cloudformation:stack" -> {
          Path file = inside(folder, manifest, properties, "templateFile");
          if (wanted.test(file)) {
            found.add(
                stack(shown(file), entry.getKey(), artifact, properties, TemplateFile.read(file)));
          }
        }
        case "cdk:cloud-assembly" ->
            assembly(
                inside(folder, manifest, properties, "directoryName"), depth + 1, wanted, found);
        default -> {
          // Assets and the tree of constructs declare no resource.
        }
      }
    }
  }

  private static Value.Fields propertiesOf(Value.Fields artifact) {
    return artifact.values().get("properties") instanceof Value.Fields fields
        ? fields
        : Value.Fields.none();
  }

  private static Template stack(
      String file,
      String id,
      Value.Fields artifact,
      Value.Fields properties,
      Value.Fields document) {
    Matcher environment = ENVIRONMENT.matcher(artifact.text("environment").orElse(""));
    boolean known = environment.matches();
    TreeMap<String, String> tags = new TreeMap<>();
    if (properties.values().get("tags") instanceof Value.Fields given) {
      given.values().keySet().forEach(key -> given.text(key).ifPresent(tag -> tags.put(key, tag)));
    }
    return new Template(
        file,
        properties.text("stackName").orElse(id),
        true,
        known
            ? Optional.of(environment.group(1)).filter(a -> !a.startsWith("unknown"))
            : Optional.empty(),
        known
            ? Optional.of(environment.group(2)).filter(r -> !r.startsWith("unknown"))
            : Optional.empty(),
        tags,
        document);
  }

  private static Path inside(Path folder, Path manifest, Value.Fields properties, String key) {
    String name = properties.text(key).orElse("");
    Path found = folder.resolve(name).normalize();
    if (name.isEmpty()
        || !found.startsWith(folder.normalize())
        || found.equals(folder.normalize())) {
      throw new UnreadableGraphException(
          shown(manifest), key + " \"" + name + "\" must name something inside the folder");
    }
    return found;
  }

  private static String shown(Path path) {
    return path.toString().replace('\\', '/');
  }
}
