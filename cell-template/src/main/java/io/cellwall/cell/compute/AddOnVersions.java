package io.cellwall.cell.compute;

import io.cellwall.regions.model.KubernetesVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The versions of add-ons in {@code compute/add-ons.yaml}.
 *
 * @param versions version of each add-on, by version of Kubernetes
 */
record AddOnVersions(Map<String, Map<String, String>> versions) {

  private static final String FILE = "compute/add-ons.yaml";

  AddOnVersions {
    versions = Map.copyOf(versions);
  }

  /** The versions of this release. */
  static AddOnVersions load() {
    return OfThisRelease.VERSIONS;
  }

  private static AddOnVersions read() {
    try (InputStream in = AddOnVersions.class.getResourceAsStream("/" + FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is not in this build");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Object tree = new Load(LoadSettings.builder().setLabel(FILE).build()).loadFromString(text);
      return new AddOnVersions(new JsonMapper().convertValue(tree, new TypeReference<>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The versions of Kubernetes that there are add-ons for, sorted. */
  Set<KubernetesVersion> kubernetes() {
    Set<KubernetesVersion> known = new TreeSet<>();
    versions.keySet().forEach(version -> known.add(KubernetesVersion.parse(version)));
    return known;
  }

  /**
   * The version of an add-on.
   *
   * @throws IllegalArgumentException if the file has none
   */
  String of(KubernetesVersion kubernetes, String addOn) {
    String version = versions.getOrDefault(kubernetes.toString(), Map.of()).get(addOn);
    if (version == null) {
      throw new IllegalArgumentException(
          "%s has no version of %s for Kubernetes %s; it has Kubernetes %s"
              .formatted(FILE, addOn, kubernetes, new TreeMap<>(versions).keySet()));
    }
    return version;
  }

  // Read once, at the first question for it.
  private static final class OfThisRelease {
    static final AddOnVersions VERSIONS = read();
  }
}
