package io.cellwall.controlplane.pipeline;

import io.cellwall.controlplane.place.Place;
import io.cellwall.regions.model.ReleaseKey;
import io.cellwall.regions.model.StateBackend;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the builds of a pipeline run: they verify what they were handed, and call {@code cellwall
 * deploy}.
 *
 * @see <a href="https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html">Build
 *     specification</a>
 */
final class Buildspec {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  /** Where both builds work, since a saved plan knows the paths it was made from. */
  private static final String FOLDER = "/opt/cellwall";

  private static final String CELLWALL =
      "java -cp fleet/target/fleet.jar io.cellwall.fleet.Cellwall deploy ";

  private final Place place;
  private final StateBackend backend;
  private final String release;
  private final Optional<ReleaseKey> key;

  Buildspec(Place place, StateBackend backend, String release, Optional<ReleaseKey> key) {
    this.place = place;
    this.backend = backend;
    this.release = release;
    this.key = key;
  }

  /** Verifies release and inventory, plans with the policy pack, and keeps the plan. */
  String preview() {
    List<String> commands = new ArrayList<>(verify("release", "$CODEBUILD_SRC_DIR"));
    commands.addAll(verify("inventory", "$CODEBUILD_SRC_DIR_Inventory"));
    // Somebody who may write the bucket could put an older, signed release where this one belongs.
    commands.add(
        "test \"$(cat \"$CODEBUILD_SRC_DIR/RELEASE\")\" = "
            + quoted(release)
            + " || { echo "
            + quoted("this is not release " + release)
            + " >&2; exit 1; }");
    commands.add(
        "rm -rf \"$CODEBUILD_SRC_DIR/regions/inventory\" && mkdir -p \"$CODEBUILD_SRC_DIR/regions\""
            + " && cp -R \"$CODEBUILD_SRC_DIR_Inventory/inventory\" \"$CODEBUILD_SRC_DIR/regions/inventory\"");
    commands.addAll(enter());
    commands.add(
        CELLWALL
            + place.stack()
            + " --save-plan plan/plan.json --init --secrets-provider "
            + quoted(backend.secretsProvider()));
    commands.add("cp -R plan \"$CODEBUILD_SRC_DIR/\"");
    return build(commands, true);
  }

  /** Carries out the plan that was kept; this also publishes the stack's descriptor. */
  String up() {
    List<String> commands = new ArrayList<>(enter());
    commands.add(CELLWALL + place.stack() + " --plan plan/plan.json --yes");
    return build(commands, false);
  }

  // Each archive has SHA256SUMS of all its files, and the signature of that list.
  private List<String> verify(String what, String folder) {
    if (key.isEmpty()) {
      return List.of(
          "echo "
              + quoted(
                  "the inventory names no deploy.releaseKey, so nothing tells whether this "
                      + what
                      + " is ours")
              + " >&2; exit 1");
    }
    return List.of(
        "echo " + quoted("verifying the " + what),
        "cd \"" + folder + "\"",
        "echo " + key.get() + " | base64 --decode > /tmp/release-key.der",
        "openssl dgst -sha256 -verify /tmp/release-key.der -keyform DER -signature SHA256SUMS.sig SHA256SUMS",
        "sha256sum --check --strict --quiet SHA256SUMS",
        "find . -type f ! -path './SHA256SUMS*' | sort > /tmp/found && sed 's|^[0-9a-f]*  ||' SHA256SUMS"
            + " | sort > /tmp/listed && diff /tmp/listed /tmp/found");
  }

  private static List<String> enter() {
    return List.of(
        "rm -rf " + FOLDER + " && cp -R \"$CODEBUILD_SRC_DIR\" " + FOLDER,
        "cd " + FOLDER,
        "chmod -R u+x engine policy-pack",
        "mkdir -p plan");
  }

  private String build(List<String> commands, boolean keep) {
    Map<String, Object> variables = new TreeMap<>();
    variables.put("AWS_REGION", place.region());
    variables.put("CELLWALL_TOOLS", FOLDER + "/engine");
    variables.put("PULUMI_BACKEND_URL", backend.url());
    // What the engine would otherwise ask servers outside the region for.
    variables.put("PULUMI_SKIP_UPDATE_CHECK", "true");
    variables.put("PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION", "true");
    Map<String, Object> spec = new TreeMap<>();
    spec.put("version", 0.2);
    spec.put("env", Map.of("shell", "bash", "variables", variables));
    spec.put(
        "phases",
        Map.of(
            "install", Map.of("runtime-versions", Map.of("java", "corretto17")),
            // One script: a command that fails ends the build, wherever it stands.
            "build",
                Map.of(
                    "commands",
                    List.of(
                        commands.stream()
                            .collect(Collectors.joining("\n", "set -euo pipefail\n", "\n"))))));
    if (keep) {
      spec.put("artifacts", Map.of("files", List.of("**/*")));
    }
    return JSON.writeValueAsString(spec);
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
