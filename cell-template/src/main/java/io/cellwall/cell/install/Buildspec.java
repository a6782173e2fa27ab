package io.cellwall.cell.install;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What CodeBuild runs. Written as JSON, which is YAML too.
 *
 * @param version of the form
 * @param phases the phases by name
 * @see <a
 *     href="https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html">Buildspec
 *     reference</a>
 */
@JsonPropertyOrder({"version", "phases"})
record Buildspec(String version, Map<String, Phase> phases) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String SCRIPT = "/install/install.sh";

  /**
   * A phase.
   *
   * @param commands what it runs, in order
   */
  record Phase(List<String> commands) {}

  /** Runs the script that installs the platform. */
  static Buildspec install() {
    return new Buildspec("0.2", Map.of("build", new Phase(List.of(script()))));
  }

  static String script() {
    try (InputStream in = Buildspec.class.getResourceAsStream(SCRIPT)) {
      if (in == null) {
        throw new IllegalStateException(SCRIPT + " is not in this build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text() {
    return JSON.writeValueAsString(this);
  }
}
